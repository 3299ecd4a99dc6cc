import Testing

/// Text that looks like a date or an amount and is none.
@Suite struct OrdinaryTextTests {
    @Test(arguments: [
        "2003 people came.", "The 1987 men left.", "The 2003 soldiers left.", "About 1987 of them left.",
        "They may march again and second the motion.",
        "May I ask who won?", "The Sun said so and the Sunday Times agreed.", "He sat down in the sun.",
        "The Mar Lodge stands.", "Theresa May spoke. Mrs May left.", "April Jones won the race.",
        "An August gathering of august men.", "The Long March was led by Mao.", "Black Friday drew crowds.",
        "Sheffield Wednesday lost.", "Mark took 5 marks off.", "He lives at 10 Downing Street.",
        "Call 555-1234 or 020 7946 0018.", "It runs 24/7 on version 2.0 of the code.",
        "They won 3-2 and then lost 1-4.",
        "Route 66 and page 3.", "The G20 and the B52 met.", "The first man and the second woman.",
        "One of them left; two stayed.", "USA Today said so.", "The fall of Saigon came.", "A first-degree murder.",
        "The 737 MAX flew.", "He rose from 1500 to 2000 points.", "Chapter 11 of the code.",
        "He is in his late 40s.", "Fewer than 2000 soldiers.", "Flight 1999 landed.", "Five won medals.",
        "In all, 5 real reasons.", "Day by day, week by week.", "The day was long and the week was longer.",
        "192.168.10.254 is an address.", "ISBN 0-306-40615-2.", "Section 4.2.1 applies.", "Sec. 119.3 applies.",
        "The crown jewels and five crown princes.", "He has two degrees in law.", "Once upon a time, one day, he left.",
        "#2014 is a tag.", "No. 2014 in the list.",
    ])
    func `ordinary text gives nothing`(text: String) {
        #expect(findings(text, published: "2014-06-05") == [])
    }
}
