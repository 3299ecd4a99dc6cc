/// Forty short news articles, written for these tests, in which every mention of a person says who is meant:
/// `[[as written|who]]`. A `~` before the person marks a likely misspelling, which is to be offered and not merged. All people are
/// invented.
enum PeopleArticles {
    static let all = first + second

    private static let first: [(topic: String, text: String)] = [
        (
            "council budget",
            """
            The mayor of Harrowgate, [[Denise Whitlock|whitlock]], defended her budget on Monday after three hours \
            of angry questions. Ms [[Whitlock|whitlock]] said that closing two libraries was "the least bad choice" \
            left to the city. Councillor [[Tom Brannigan|brannigan]], who leads the opposition, called the plan a \
            surrender. "We were promised savings in the town hall, not in the children's section," \
            [[Brannigan|brannigan]] told reporters. [[Whitlock|whitlock]] replied that [[Brannigan|brannigan]] had \
            voted for the same cuts two years ago. The vote is expected next week.
            """
        ),
        (
            "fraud trial",
            """
            A former bank manager who moved more than £4m into accounts in Cyprus was jailed for nine years on \
            Friday. [[Gareth Pendry|pendry]], 51, showed no emotion as Judge [[Helen Marchetti|marchetti]] passed \
            sentence at Cardiff Crown Court. [[Marchetti|marchetti]] said [[Pendry|pendry]] had betrayed people who \
            trusted him. The court heard that [[Pendry|pendry]] began to take money in 2011. His barrister, [[Imran \
            Qureshi|qureshi]], said that his client was a broken man. Mr [[Qureshi|qureshi]] added that an appeal \
            was being considered. Prosecutor [[Lucy Farrow|farrow]] QC told the jury that [[Pendry|pendry]] had \
            spent the money on racehorses.
            """
        ),
        (
            "football match",
            """
            Late goals from [[Marco Bellandi|bellandi]] and [[Kofi Asante|asante]] gave Rovers a 3-1 win over City \
            on Saturday. [[Bellandi|bellandi]] headed in a corner with ten minutes left before [[Asante|asante]] ran \
            half the length of the pitch to score the third. City manager [[Stuart Lyle|lyle]] blamed his defence. \
            "We switched off twice," [[Lyle|lyle]] said. It was the fifth goal of the season for \
            [[Bellandi|bellandi]], who joined from Parma in the summer. Goalkeeper [[Ivo Dragan|dragan]] had kept \
            City in the game with two fine saves, and [[Lyle|lyle]] said that [[Dragan|dragan]] deserved better.
            """
        ),
        (
            "brothers in politics",
            """
            The Aldous brothers will meet in a televised debate on Thursday. [[Martin Aldous|martin]], the elder, \
            leads the Liberal list in the capital; [[Peter Aldous|peter]], a former soldier, heads that of the \
            Farmers' Union. [[Martin Aldous|martin]] said that they would stay friends. "We argued at breakfast for \
            twenty years," he said. [[Peter Aldous|peter]] was less mild and accused his brother of having forgotten \
            the villages. [[Martin|martin]] and [[Peter|peter]] last met in public in June. Their sister, [[Rachel \
            Dunne|rachel]], said that she would vote for neither. [[Dunne|rachel]] runs a hotel on the coast.
            """
        ),
        (
            "chemicals merger",
            """
            Shares in Kessler Chemie rose by 8 percent on Wednesday after chief executive [[Ulrike \
            Hartmann|hartmann]] confirmed talks with its Dutch rival Van Loon. [[Hartmann|hartmann]] said a deal was \
            possible by March. Analysts at Nordbank were cautious. "The prices do not add up," said [[Jens \
            Olafsen|olafsen]]. [[Olafsen|olafsen]] expects the regulator in Brussels to ask for sales of plants. \
            Kessler was founded in 1921. Van Loon's chairman, [[Willem van der Meer|meer]], declined to comment, but \
            a person close to [[Van der Meer|meer]] said that he was in favour. [[Hartmann|hartmann]] has led \
            Kessler since 2015.
            """
        ),
        (
            "Korean summit",
            """
            President [[Han Seung-woo|han]] arrived in Jakarta on Tuesday for two days of talks on trade. \
            [[Han|han]] was received by Indonesian President [[Bambang Wiratno|wiratno]] at the palace. Foreign \
            Minister [[Cho Min-jae|cho]] travelled with the president. "We have much to learn from each other," \
            [[Wiratno|wiratno]] said. [[Cho|cho]] signed an agreement on visas. [[Han|han]] will fly to Manila on \
            Thursday, while [[Cho|cho]] returns to Seoul.
            """
        ),
        (
            "Chinese railway",
            """
            [[Liang Wenbo|liang]], the head of China's state railway, has been placed under investigation, the \
            party's watchdog said on Sunday. [[Liang|liang]], 58, was last seen in public on 3 June. His \
            predecessor, [[Zhou Guofeng|zhou]], was jailed for taking bribes. State media said that [[Liang|liang]] \
            and [[Zhou|zhou]] had worked together in Hunan. A deputy, [[Sun Meiling|sun]], will take over for now. \
            [[Sun|sun]] studied in Leeds.
            """
        ),
        (
            "Iraqi cabinet",
            """
            Iraqi Prime Minister [[Nizar al-Hakim|hakim]] named a new cabinet on Saturday, ending months of \
            deadlock. [[Al-Hakim|hakim]] gave the oil ministry to [[Faris Abdul-Karim|faris]], an engineer from \
            Basra. The Sunni leader [[Salah al-Mutairi|mutairi]] said his bloc would back the government. "This is a \
            chance," [[al-Mutairi|mutairi]] said. Critics noted that [[al-Hakim|hakim]] had kept the interior \
            ministry for himself. A spokesman for [[Hakim|hakim]] said that this would last for weeks only.
            """
        ),
        (
            "Brazilian minister",
            """
            Brazil's finance minister, [[João Pedro Carvalho|carvalho]], said on Friday that he would not resign. \
            [[Carvalho|carvalho]] had been named in documents published by a newspaper in São Paulo. Opposition \
            senator [[Marina Teixeira|teixeira]] called for an inquiry. "Mr [[Carvalho|carvalho]] owes the country \
            an answer," [[Teixeira|teixeira]] said. President [[Renata Dutra|dutra]] has stood by her minister. \
            Aides of [[Dutra|dutra]] said that she had spoken to [[Carvalho|carvalho]] on Thursday night.
            """
        ),
        (
            "Spanish region",
            """
            The president of the region, [[Luis Ortega Molina|ortega]], promised help to farmers whose vines were \
            destroyed by hail. [[Ortega|ortega]] visited three villages on Monday with the minister of agriculture, \
            [[Carmen Ruiz Ferrer|ruiz]]. [[Ruiz|ruiz]] put the damage at 40 million euros. "Nobody will be left \
            alone," said [[Ortega|ortega]]. A farmer, [[Pablo Santos|santos]], said that he had heard such words \
            before. [[Santos|santos]] lost his whole harvest.
            """
        ),
        (
            "married name",
            """
            The novelist [[Angela Prior|prior]] has died at the age of 84, her publisher said. Born [[Angela \
            Thwaite|prior]] in Leeds in 1936, she wrote eleven books. [[Prior|prior]] married the painter [[Edwin \
            Prior|edwin]] in 1960 and moved with him to Cornwall. Her first novel was refused by nine houses. Her \
            editor for thirty years, [[Miriam Gold|gold]], said that there would never be another like her. "She \
            wrote every morning," [[Gold|gold]] said. A biography by [[Owen Tench|tench]] will come out next year; \
            [[Tench|tench]] was given her letters.
            """
        ),
        (
            "town and surname",
            """
            Police in Lincoln are looking for a man who broke into the house of [[Abigail Lincoln|abigail]] on \
            Sunday. Detective Inspector [[Raj Patel|patel]] said that nothing of value was taken. [[Patel|patel]] \
            asked anybody who had been in Lincoln that night to call. Ms [[Lincoln|abigail]], a retired teacher, was \
            unhurt. "It was very frightening," she said. [[Patel|patel]] said that officers were also looking into a \
            theft in Boston the same night.
            """
        ),
        (
            "company and founder",
            """
            [[Walter Dyson-Reed|reed]] founded Reed Motors in a barn in 1958. The company was sold on Tuesday to \
            Hanwei of China for $310 million. Reed Motors employs 2,000 people in Ohio. The founder's granddaughter, \
            [[Joan Reed|joan]], opposed the sale. Hanwei's chairman, [[Deng Rui|deng]], said that no jobs would be \
            lost. [[Deng|deng]] spoke by video from Wuhan. The union's [[Carl Mosley|mosley]] did not believe it. \
            "We want that on paper," [[Mosley|mosley]] said.
            """
        ),
        (
            "doctor on trial",
            """
            Dr [[Samuel Okoro|okoro]] told the inquest that he had warned managers of the hospital twice. Dr \
            [[Okoro|okoro]] said that the ward had been two nurses short on the night that [[Elsie Barnard|barnard]] \
            died. Mrs [[Barnard|barnard]], 79, fell from her bed. The coroner, [[Fiona McAllister|mcallister]], \
            asked why no alarm was raised. [[Okoro|okoro]] said that the alarm had been broken for weeks. \
            [[McAllister|mcallister]] adjourned the hearing until 4 May. A lawyer for the family said that Mr \
            [[Barnard|widower]] was too ill to attend.
            """
        ),
        (
            "Russian court",
            """
            A court in Kazan has sent the journalist [[Sergei Belov|belov]] to prison for five years. \
            [[Belov|belov]] wrote about contracts for roads. His lawyer, [[Irina Sokolova|sokolova]], called the \
            verdict absurd. "They did not read the file," [[Sokolova|sokolova]] said. The judge, [[Anton \
            Gusev|gusev]], spoke for four hours. [[Gusev|gusev]] refused to let [[Belov|belov]]'s wife, [[Natalia \
            Belova|natalia]], into the room. [[Belova|natalia]] waited outside in the snow.
            """
        ),
        (
            "tennis final",
            """
            Top seed [[Katarina Novakova|novakova]] needed only 61 minutes to beat [[Aoife Brennan|brennan]] 6-2 6-1 \
            in the final in Linz. [[Novakova|novakova]] lost two points on her serve in the first set. \
            [[Brennan|brennan]], who had knocked out three seeds, was troubled by her knee. "I could not push off," \
            [[Brennan|brennan]] said. In the doubles, [[Sato|sato]] and [[Ito|ito]] of Japan beat the Czech pair. \
            [[Yuki Sato|sato]] and [[Hana Ito|ito]] have now won three titles. [[Novakova|novakova]] flies to \
            Stuttgart on Monday.
            """
        ),
        (
            "general's testimony",
            """
            Gen. [[Douglas Hale|hale]] told senators on Thursday that the withdrawal was on schedule. Gen. \
            [[Hale|hale]], who commands the coalition, faced sharp questions from Senator [[Linda Voss|voss]] of \
            Oregon. "General, that is not what you told us in May," [[Voss|voss]] said. [[Hale|hale]] answered that \
            much had changed. Lt. Col. [[Ana Reyes|reyes]], a spokeswoman, later said that [[Hale|hale]] had been \
            speaking of supplies. [[Reyes|reyes]] gave no numbers.
            """
        ),
        (
            "father and son",
            """
            [[George Tremlow|george]] handed the keys of the brewery to his son on Friday after 41 years. [[David \
            Tremlow|david]], 38, wants to sell beer in cans, which his father always refused. "I will not say a \
            word," [[George Tremlow|george]] said, and the guests laughed. The Tremlow family bought the brewery in \
            1902. Head brewer [[Nick Shaw|shaw]] will stay on. [[Shaw|shaw]] started as an apprentice under \
            [[George|george]].
            """
        ),
        (
            "initials",
            """
            The economist [[J. R. Haddon|haddon]] said that rates would have to rise. [[Haddon|haddon]], who teaches \
            in Bristol, sat on the bank's committee until 2014. [[A.J. Fenwick|fenwick]] of the Institute for Prices \
            disagreed. "Wages are flat," [[Fenwick|fenwick]] said. The bank's governor, [[Ruth E. Calder|calder]], \
            speaks on Tuesday. [[Calder|calder]] has said little since the summer, and [[Haddon|haddon]] believes \
            that she is waiting for the figures for May.
            """
        ),
        (
            "nickname",
            """
            Former champion [[Robert "Bobby" Castillo|castillo]] was buried in Tucson on Saturday. \
            [[Castillo|castillo]] won the middleweight title in 1974 and lost it four months later to [[Earl \
            Duquesne|duquesne]]. [[Duquesne|duquesne]], 77, came with a stick and wept. "[[Bobby|castillo]] hit me \
            harder than anybody," he said. [[Castillo|castillo]] trained boys for thirty years. One of them, [[Luis \
            Mendez|mendez]], carried the coffin. [[Mendez|mendez]] fights in Las Vegas next month.
            """
        ),
    ]

    private static let second: [(topic: String, text: String)] = [
        (
            "misspelling",
            """
            The winner of the lottery, [[Hugo Rasmussen|rasmussen]], came forward on Tuesday. \
            [[Rasmussen|rasmussen]], a bus driver from Odense, had kept the ticket in a cookbook. "My wife found \
            it," [[Rasmussen|rasmussen]] said. A colleague, [[Birgit Holm|holm]], said that he came to work as \
            always. [[Rasmusen|~rasmussen]] will buy a boat, [[Holm|holm]] believes. The company says that it is the \
            largest prize for ten years.
            """
        ),
        (
            "floods",
            """
            Rescue teams in Kerala searched for a sixth day. The state's chief minister, [[Anil Varghese|varghese]], \
            said that 112 people had died. [[Varghese|varghese]] asked Delhi for helicopters. [[Meera Nair|nair]], \
            who runs a camp near Kochi, said food was short. "We cook for nine hundred," [[Nair|nair]] said. Defence \
            Minister [[Arjun Singh Rathore|rathore]] promised four aircraft. [[Rathore|rathore]] will visit on \
            Friday with [[Varghese|varghese]].
            """
        ),
        (
            "royal visit",
            """
            Queen [[Astrid|astrid]] opened a hospital in Bergen on Wednesday. The queen was shown round by its \
            director, [[Knut Solberg|solberg]]. [[Solberg|solberg]] said that the hospital would treat children from \
            all of the west coast. Prince [[Olav|olav]] planted a tree. A nurse, [[Ingrid Dahl|dahl]], gave the \
            queen flowers. "She asked about our shifts," [[Dahl|dahl]] said.
            """
        ),
        (
            "two ministers of one name",
            """
            Two men called Jansen will sit in the new Dutch cabinet. [[Erik Jansen|erik]], a Christian Democrat, \
            takes justice; [[Bas Jansen|bas]], a Liberal, gets transport. They are not related. Prime Minister \
            [[Sophie de Wit|wit]] joked that she would have to use their first names. "It will be good for \
            discipline," [[De Wit|wit]] said. [[Erik Jansen|erik]] was mayor of Delft. [[Bas Jansen|bas]] worked for \
            the railways. [[De Wit|wit]] presents her programme on Monday.
            """
        ),
        (
            "company results",
            """
            Supermarket group Marsh said that profit fell by a fifth. Chief executive [[Alison Drew|drew]] blamed \
            the weather. "May was lost," [[Drew|drew]] said. The shares fell by 4 percent. Finance director [[Paul \
            Marsh|marsh]], a great-grandson of the founder, will leave in June. [[Drew|drew]] thanked him. \
            [[Marsh|marsh]] said that he wanted to sail. Analyst [[Neha Kapoor|kapoor]] at Barton Lane cut her \
            target. [[Kapoor|kapoor]] expects no rise of the dividend.
            """
        ),
        (
            "Vietnamese dissident",
            """
            The blogger [[Nguyen Van Thanh|thanh]] was freed on Monday after four years. [[Thanh|thanh]] was met at \
            the gate by his wife, [[Le Thi Hoa|hoa]]. "He is thin, but he laughs," [[Hoa|hoa]] said. The \
            human-rights lawyer [[Tran Quoc Bao|bao]] said that [[Thanh|thanh]] would have to report to the police \
            each week. [[Bao|bao]] himself was jailed in 2012.
            """
        ),
        (
            "Ethiopian runner",
            """
            [[Tesfaye Bekele|tesfaye]] won the marathon in Rotterdam in two hours, five minutes. [[Tesfaye|tesfaye]] \
            left the Kenyan [[Wilson Kiprop|kiprop]] behind at 38 km. [[Kiprop|kiprop]] finished a minute later. \
            "The wind was strong," [[Tesfaye|tesfaye]] said. The Dutchman [[Abdi Nageeye Hassan|hassan]] was fourth. \
            [[Hassan|hassan]] had hoped for a record.
            """
        ),
        (
            "murder inquiry",
            """
            Detectives are questioning a man of 34 over the death of [[Chloe Hargreaves|chloe]]. The body of \
            [[Chloe|chloe]], 19, was found by a walker in woods near Bolton. Her parents, [[Brian|brian]] and \
            [[Susan Hargreaves|susan]], thanked people for their kindness. "[[Chloe|chloe]] lit up every room," Mrs \
            [[Hargreaves|susan]] said. Chief Superintendent [[Mark Eccles|eccles]] said that it was a complex \
            inquiry. [[Eccles|eccles]] asked for film from cars. A friend, [[Jade Turner|turner]], laid flowers. \
            [[Turner|turner]] had known her since school.
            """
        ),
        (
            "film festival",
            """
            The Golden Heron went to the Polish director [[Agnieszka Wrona|wrona]] for "Salt". [[Wrona|wrona]] \
            dedicated the prize to her grandmother. The jury, led by the actor [[Daniel Ferris|ferris]], was not of \
            one mind. "We argued until four," [[Ferris|ferris]] said. The Iranian [[Babak Rahimi|rahimi]] got the \
            prize for the best script. [[Rahimi|rahimi]] was not allowed to travel. His producer, [[Leila \
            Farahani|farahani]], read a letter. [[Farahani|farahani]] said that [[Rahimi|rahimi]] watched on a \
            telephone.
            """
        ),
        (
            "space",
            """
            Astronaut [[Megan O'Rourke|orourke]] is back after 204 days in orbit. [[O'Rourke|orourke]] and the \
            Russian [[Pavel Zhukov|zhukov]] landed in Kazakhstan on Sunday. [[Zhukov|zhukov]] needed help out of the \
            capsule. "Gravity is not my friend," [[O'Rourke|orourke]] said. Flight director [[Chandra Iyer|iyer]] \
            said that the parachutes had opened late. [[Iyer|iyer]] promised a report. [[O'Rourke|orourke]] flies to \
            Houston on Tuesday.
            """
        ),
        (
            "union leader",
            """
            Rail workers will strike on Friday, their leader said. [[Mick Dunleavy|dunleavy]] accused the companies \
            of bad faith. "They sent us a letter at midnight," Mr [[Dunleavy|dunleavy]] said. Transport Secretary \
            [[Priti Rao|rao]] called the strike a disgrace. [[Rao|rao]] said that the offer was fair. Network Rail's \
            [[Andrew Haines-Cole|hainescole]] will meet [[Dunleavy|dunleavy]] again on Wednesday. \
            [[Haines-Cole|hainescole]] said that the gap was small. Passengers should not travel, [[Rao|rao]] said.
            """
        ),
        (
            "science",
            """
            A team in Kyoto has grown a cornea from skin. [[Hiroshi Tanabe|tanabe]], who leads it, said that four \
            patients could read again. [[Tanabe|tanabe]] began the work in 2003 with [[Emiko Tanabe|emiko]], his \
            wife. "She had the idea," [[Hiroshi Tanabe|tanabe]] said. [[Claire Dumont|dumont]] of the Institut \
            Pasteur, who was not part of the team, was impressed. [[Dumont|dumont]] warned that four patients were \
            few. A larger trial is led by [[Kenji Mori|mori]]. [[Mori|mori]] hopes for results in two years.
            """
        ),
        (
            "libel",
            """
            The publisher [[Conrad Ashby|ashby]] has lost his case against the Gazette. [[Ashby|ashby]] had claimed \
            that an article made him look like a thief. Mr Justice [[Penrose|penrose]] said the story was true in \
            all that mattered. The reporter, [[Dina Katz|katz]], hugged her lawyer. "Four years of my life," \
            [[Katz|katz]] said. [[Ashby|ashby]] must pay costs of £2m. [[Penrose|penrose]] refused him leave to \
            appeal. The Gazette's editor, [[Will Stokes|stokes]], said that [[Katz|katz]] was owed an apology; \
            [[Stokes|stokes]] called it a good day.
            """
        ),
        (
            "Turkish election",
            """
            [[Selim Aydın|aydin]] conceded defeat in Istanbul late on Sunday. [[Aydın|aydin]] had led the first \
            count by 300 votes. The winner, [[Ayşe Yıldız|yildiz]], thanked the volunteers who had guarded the \
            ballots. "Nobody slept," [[Yıldız|yildiz]] said. President [[Kemal Demirtaş|demirtas]] has not called \
            her. An adviser to [[Demirtaş|demirtas]], [[Orhan Gül|gul]], said that the result would be checked. \
            [[Gül|gul]] spoke of irregularities. [[Yıldız|yildiz]] will take office in May.
            """
        ),
        (
            "cricket",
            """
            [[Jonty Marlowe|marlowe]] made 143 as England reached 371 for six at the close. [[Marlowe|marlowe]] was \
            dropped twice before lunch, both times off the bowling of [[Dilshan Perera|dperera]]. His namesake \
            [[Ruwan Perera|rperera]] took three wickets. [[Ben Stow|stow]], who was 12 not out, will resume with \
            [[Adil Khan|khan]]. "[[Jonty|marlowe]] was superb," said coach [[Trevor Hales|hales]]. [[Hales|hales]] \
            hopes for 450. [[Khan|khan]] hit two sixes, and [[Stow|stow]] none.
            """
        ),
        (
            "abduction",
            """
            The French engineer [[Philippe Lacroix|lacroix]] has been freed by his captors in Mali. \
            [[Lacroix|lacroix]] was taken from a mine in March. He was flown to Bamako with the Swiss nurse [[Regula \
            Ammann|ammann]]. Foreign Minister [[Jean-Marc Delvaux|delvaux]] denied that a ransom was paid. "France \
            does not pay," [[Delvaux|delvaux]] said. [[Ammann|ammann]] was ill. Doctors said that \
            [[Lacroix|lacroix]] and [[Ammann|ammann]] would be kept for some days. The group is led by [[Abu Bakr \
            al-Ansari|ansari]]. [[Al-Ansari|ansari]] claimed that two prisoners had been let go in return.
            """
        ),
        (
            "tech hearing",
            """
            Senators questioned the head of Lumina for five hours. [[Jeremy Stanton|stanton]] apologised three \
            times. "We were slow," [[Stanton|stanton]] said. Senator [[Amy Delacroix|adelacroix]] asked whether \
            [[Stanton|stanton]] would let her see the algorithm. He would not. Sen. [[Bill Harkness|harkness]], a \
            Republican, read out messages sent to children. [[Harkness|harkness]] said that he was disgusted. \
            Lumina's former engineer [[Tessa van Dijk|dijk]] sat behind him. [[Van Dijk|dijk]] had leaked the \
            papers. [[Delacroix|adelacroix]] thanked her.
            """
        ),
        (
            "church",
            """
            Pope [[Clement|clement]] has accepted the resignation of Cardinal [[Stefano Rinaldi|rinaldi]]. \
            [[Rinaldi|rinaldi]], 79, was archbishop of Turin. A commission under Bishop [[Patrick Nolan|nolan]] \
            found that he had moved priests from parish to parish. "He was warned," [[Nolan|nolan]] wrote. Victims \
            were led by [[Teresa Conti|conti]]. [[Conti|conti]] said that it came too late. Cardinal \
            [[Rinaldi|rinaldi]] asked for forgiveness.
            """
        ),
        (
            "school",
            """
            Head teacher [[Margaret Oduya|oduya]] has turned down an OBE. Mrs [[Oduya|oduya]] said that her cleaners \
            deserved it more. Pupils at Fairmead School cheered. "Miss is a legend," said [[Tyrone Banks|banks]], \
            14. [[Banks|banks]] wants to be a pilot. The chair of governors, [[Colin West|west]], tried to change \
            her mind. [[West|west]] said that the school was in the best tenth of the country. [[Oduya|oduya]] came \
            from Lagos in 1989.
            """
        ),
        (
            "sanctions",
            """
            Washington has put the shipping magnate [[Viktor Melnik|melnik]] and his two sons on its list. \
            [[Melnik|melnik]], born in Odessa, made his money in grain. [[Oleg Melnik|oleg]] and [[Maxim \
            Melnik|maxim]] run firms in Limassol. US Treasury official [[Karen Whitfield|whitfield]] said that the \
            family had moved oil. "We followed the ships," [[Whitfield|whitfield]] said. A lawyer for [[Viktor \
            Melnik|melnik]], [[Simon Archer|archer]], said that it was a mistake. [[Archer|archer]] will go to \
            court. The European Union may follow, [[Whitfield|whitfield]] said.
            """
        ),
    ]
}
