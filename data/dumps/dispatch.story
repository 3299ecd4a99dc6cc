PORT ELLERY, Verrany (HNA) -- A dolphin that crews call Magnus has followed the ferry from Port Ellery to the Gannet Islands on almost every crossing for a year.

The animal was first seen on July 21, 2025, when it swam under the bow for 25 minutes. Since then the mates have noted it in the log 611 times.

“He is more punctual than we are,” said Captain Ewan Tarrant, who has been with the Ellery Line since 1996.

Biologists are puzzled. Bottlenose dolphins rarely stay alone for so long, said Dr Perrin Joyce of the Institute for Coastal Studies. He thinks that Magnus was separated from his group in a storm and has taken the ship for company.

Tickets for the 9:15 boat have sold 30 percent better than last year. The line has painted a small dolphin on the funnel and gives 50 cents of each ticket to the rescue station in Kestrel Bay.

Swimming with the animal is forbidden; the fine is $400.

@highlight

A lone dolphin has met the Gannet ferry 611 times in a year

@highlight

Biologists believe that it lost its group in a storm

@highlight

Half a dollar of each ticket goes to a rescue station
