import Model
import Testing

/// The closed table of date forms: how AP, Reuters and the BBC write dates. 5 June 2014 was a Thursday, 26 February 1987 as
/// well, 15 January 2021 a Friday.
@Suite struct DateFormsTests {
    @Test(arguments: absolute + numeric + years + quarters + weekdays + months + relative + parts + ranges)
    func `a date form has its span and its value`(row: Row) {
        #expect(findings(row.text, published: row.published, only: .date) == row.expected)
    }

    @Test func `the table has at least 150 rows`() {
        let tables = [
            Self.absolute, Self.numeric, Self.years, Self.quarters, Self.weekdays, Self.months, Self.relative,
            Self.parts,
            Self.ranges,
        ]
        #expect(tables.reduce(0) { $0 + $1.count } >= 150)
    }

    @Test(arguments: relative + weekdays)
    func `without a day of publication the same spans are found`(row: Row) {
        let spans = row.expected.map { $0.prefix { $0 != "=" } }
        #expect(findings(row.text, only: .date).map { $0.prefix { $0 != "=" } } == spans)
    }

    static let absolute = Row.table(
        """
        She was born on 26 February 1987 in Leeds. | 26 February 1987=1987-02-26
        The treaty of February 26, 1987, still holds. | February 26, 1987=1987-02-26
        It opened on Feb. 26, 1987, in Rome. | Feb. 26, 1987=1987-02-26
        It opened on 26 Feb 1987. | 26 Feb 1987=1987-02-26
        It opened on 26th February 1987. | 26th February 1987=1987-02-26
        It opened on the 26th of February 1987. | the 26th of February 1987=1987-02-26
        It opened on the 26th of February, 1987. | the 26th of February, 1987=1987-02-26
        It opened on February 26th, 1987. | February 26th, 1987=1987-02-26
        It opened on February 26 1987. | February 26 1987=1987-02-26
        Filed 26-Feb-1987 by the clerk. | 26-Feb-1987=1987-02-26
        It closed on Sept. 3, 2001. | Sept. 3, 2001=2001-09-03
        It closed on Sep 3, 2001. | Sep 3, 2001=2001-09-03
        The law of 1 January 2000 stands. | 1 January 2000=2000-01-01
        The law of January 1st, 2000 stands. | January 1st, 2000=2000-01-01
        They met on Tuesday, March 3, 2015, in Oslo. | Tuesday, March 3, 2015=2015-03-03
        They met on Tuesday 3 March 2015 in Oslo. | Tuesday 3 March 2015=2015-03-03
        They met on Tuesday, 3 March 2015. | Tuesday, 3 March 2015=2015-03-03
        Sent: Tue, 3 Mar 2015 by mail. | Tue, 3 Mar 2015=2015-03-03
        Sent: Tue., Mar. 3, 2015 by mail. | Tue., Mar. 3, 2015=2015-03-03
        The attack of May 5, 2011, was the last. | May 5, 2011=2011-05-05
        The attack of 5 May 2011 was the last. | 5 May 2011=2011-05-05
        In June 2014 the city fell. | June 2014=2014-06
        In June, 2014, the city fell. | June, 2014=2014-06
        In June of 2014 the city fell. | June of 2014=2014-06
        In Sept. 2014 the city fell. | Sept. 2014=2014-09
        In Dec 2014 the city fell. | Dec 2014=2014-12
        The march of March 2003 was huge. | March 2003=2003-03
        That was in May 2003, he may say. | May 2003=2003-05
        FEBRUARY 26, 1987 WAS COLD. | FEBRUARY 26, 1987=1987-02-26
        It was signed on February 29, 2012. | February 29, 2012=2012-02-29
        It was signed on February 30, 2012, by mistake. | February 30, 2012=-
        He died on 5 Nov. 1605 in London. | 5 Nov. 1605=1605-11-05
        Payment is due by Dec. 31 '86 at the latest. | Dec. 31 '86=1986-12-31
        The edition of June 26,1987 sold out. | June 26,1987=1987-06-26
        """)

    static let numeric = Row.table(
        """
        Updated 1987-02-26 by the desk. | 1987-02-26=1987-02-26
        Updated 2014/06/03 by the desk. | 2014/06/03=2014-06-03
        Updated 26/02/1987 by the desk. | 26/02/1987=1987-02-26
        Updated 02/26/1987 by the desk. | 02/26/1987=1987-02-26
        Updated 26.02.1987 by the desk. | 26.02.1987=1987-02-26
        Updated 26-02-1987 by the desk. | 26-02-1987=1987-02-26
        Updated 03/04/1987 by the desk. | 03/04/1987=-
        Updated 04/04/1987 by the desk. | 04/04/1987=1987-04-04
        Updated 3/24/87 by the desk. | 3/24/87=1987-03-24
        Updated 1987-13-26 by the desk. |
        """)

    static let years = Row.table(
        published: "2014-06-05",
        """
        The war began in 2003 and never ended. | 2003=2003
        Since 1979, nothing has changed. | 1979=1979
        It will last until 2020, he said. | 2020=2020
        During 1986 prices fell. | 1986=1986
        By 2050, the sea will be higher. | 2050=2050
        The crisis of 2008 was worse. | 2008=2008
        In 1985, 1986 and 1987 profits rose. | 1985=1985; 1986=1986; 1987=1987
        Her first film (1964) was silent. | 1964=1964
        The 2014 World Cup starts next. | 2014=2014
        He won the 2012 election by far. | 2012=2012
        The 2003 invasion was planned here. | 2003=2003
        A 2008 raid killed him. | 2008=2008
        The 2003 incident was forgotten. | 2003=2003
        He (born 1944) is a poet. | 1944=1944
        He (1662 – 1674) was a child. | 1662 – 1674=1662/1674
        She sat 1972 – 1975 in the House. | 1972 – 1975=1972/1975
        The abbey burnt down in 1248 and was rebuilt. | 1248=1248
        They built in 1200 homes, of 1400 planned. |
        A partnership from 2009 between them. | 2009=2009
        Sales rose compared with 1986, he said. | 1986=1986
        Early in 2003 he left. | Early in 2003=2003
        In late 2013 he left. | late 2013=2013
        In mid-2013 he left. | mid-2013=2013
        In early 2013 he left. | early 2013=2013
        At the end of 2013 he left. | the end of 2013=2013
        At end-1986 debt was higher. | end-1986=1986
        The year 2000 brought no trouble. | The year 2000=2000
        In fiscal 2015 it lost money. | fiscal 2015=2015
        In fiscal year 2015 it lost money. | fiscal year 2015=2015
        In FY2015 it lost money. | FY2015=2015
        In the 1990s he sang. | the 1990s=199
        In the early 1990s he sang. | the early 1990s=199
        In the mid-1990s he sang. | the mid-1990s=199
        In the late 1990's he sang. | the late 1990's=199
        A child of the '60s sang. | the '60s=196
        A child of the 60s sang. | the 60s=196
        In the 19th century it was a port. | the 19th century=18
        In the early 20th century it was a port. | the early 20th century=19
        A 21st-century town hall. | 21st-century=20
        In the eighteenth century it was a port. | the eighteenth century=17
        """)

    static let quarters = Row.table(
        published: "2014-06-05",
        """
        In Q3 2014 sales fell. | Q3 2014=2014-07/2014-09
        In 3Q 2014 sales fell. | 3Q 2014=2014-07/2014-09
        In the third quarter of 2014 sales fell. | the third quarter of 2014=2014-07/2014-09
        In the first quarter of last year sales fell. | the first quarter of last year=2013-01/2013-03
        Third-quarter 2014 sales fell. | Third-quarter 2014=2014-07/2014-09
        In the fourth quarter of fiscal 2013 sales fell. | the fourth quarter of fiscal 2013=2013-10/2013-12
        In the fourth quarter sales fell. | the fourth quarter=-
        In the first half of 2014 sales fell. | the first half of 2014=2014-01/2014-06
        In the second half of this year sales will rise. | the second half of this year=2014-07/2014-12
        Last quarter sales fell. | Last quarter=2014-01/2014-03
        This quarter sales fell. | This quarter=2014-04/2014-06
        In spring 2012 it rained. | spring 2012=2012-21
        In the summer of 2003 it was hot. | the summer of 2003=2003-22
        In the fall of 1989 it fell. | the fall of 1989=1989-23
        The winter 1986/87 was cold. | The winter 1986/87=1986-24
        Last summer was hot. | Last summer=2013-22
        """)

    static let weekdays =
        Row.table(
            published: "2014-06-05",
            """
            The minister resigned on Tuesday. | Tuesday=2014-06-03
            The minister resigned Tuesday, aides said. | Tuesday=2014-06-03
            The minister resigned on Thursday. | Thursday=2014-06-05
            The minister resigned on Friday. | Friday=2014-05-30
            Police said on Monday that two men fled. | Monday=2014-06-02
            Parliament will vote on Tuesday. | Tuesday=2014-06-10
            Parliament will vote on Thursday. | Thursday=2014-06-05
            On Tuesday parliament will vote. | Tuesday=2014-06-10
            The vote is scheduled for Friday. | Friday=2014-06-06
            He was due to visit Rome later on Tuesday. | Tuesday=2014-06-10
            The strike lasts until Sunday. | Sunday=2014-06-08
            Bids are to be in by Monday. | Monday=2014-06-09
            It has rained since Monday. | Monday=2014-06-02
            The company said on Monday it will close the plant on Friday. | Monday=2014-06-02; Friday=2014-06-06
            They meet next Tuesday. | next Tuesday=2014-06-10
            They meet next Thursday. | next Thursday=2014-06-12
            They met last Tuesday. | last Tuesday=2014-06-03
            They met last Thursday. | last Thursday=2014-05-29
            They meet this Friday. | this Friday=2014-06-06
            They arrived on Tuesday night. | Tuesday night=2014-06-03
            They arrived late Tuesday. | late Tuesday=2014-06-03
            They arrived early on Wednesday. | early on Wednesday=2014-06-04
            They arrived Wednesday morning. | Wednesday morning=2014-06-04
            Tuesday's vote was close. | Tuesday=2014-06-03
            The museum is shut on Mondays. | Mondays=-
            The gallery is open on Thursday evenings. | Thursday evenings=-
            The market is held every Tuesday. | Tuesday=-
            The ban takes effect on Sunday. | Sunday=2014-06-08
            The trial opens on Friday. | Friday=2014-06-06
            The shop was being painted on Monday. | Monday=2014-06-02
            """)
        + Row.table(
            published: "1987-02-26",
            """
            The dollar fell on Wednesday. | Wednesday=1987-02-25
            The board will meet on Monday. | Monday=1987-03-02
            """)

    static let months =
        Row.table(
            published: "2014-06-05",
            """
            He resigned in March. | March=2014-03
            He resigned in May. | May=2014-05
            He resigned in August. | August=2013-08
            He resigned in December. | December=2013-12
            He will resign in March. | March=2015-03
            He will resign in June. | June=2014-06
            He will be gone by March. | March=2015-03
            Seats will be offered to members from 1 October. | 1 October=2014-10-01
            The song will be played in March. | March=2015-03
            Building starts in March. | March=2015-03
            Nothing has moved since August. | August=2013-08
            They stay until December. | December=2014-12
            He resigned on March 3. | March 3=2014-03-03
            He resigned on 3 March. | 3 March=2014-03-03
            He resigned on June 20. | June 20=2013-06-20
            The match will be on June 20. | June 20=2014-06-20
            The match is on July 4. | July 4=2014-07-04
            The match is on Dec. 4. | Dec. 4=2014-12-04
            The strike began on November 30. | November 30=2013-11-30
            He came last March. | last March=2014-03
            He came last October. | last October=2013-10
            He comes next March. | next March=2015-03
            He comes next October. | next October=2014-10
            He comes this October. | this October=2014-10
            March's figures were bad, January's were worse. | January=2014-01
            """)
        + Row.table(
            published: "1987-02-26",
            """
            Dividend payable April 10. | April 10=1987-04-10
            Record March 13. | March 13=1987-03-13
            Figures for December were revised. | December=1986-12
            Feb 25 trading was thin. | Feb 25=1987-02-25
            """)
        + Row.table(
            published: "2021-01-15",
            """
            He resigned in December. | December=2020-12
            The riot of January 6 shook them. | January 6=2021-01-06
            """)

    static let relative = Row.table(
        published: "2014-06-05",
        """
        He left yesterday. | yesterday=2014-06-04
        He leaves today. | today=2014-06-05
        He leaves tomorrow. | tomorrow=2014-06-06
        He leaves tonight. | tonight=2014-06-05
        He left earlier today. | earlier today=2014-06-05
        He left in recent weeks. | recent weeks=-
        He left the following day. | the following day=-
        He left yesterday morning. | yesterday morning=2014-06-04
        He leaves tomorrow night. | tomorrow night=2014-06-06
        He left the day before yesterday. | the day before yesterday=2014-06-03
        He leaves the day after tomorrow. | the day after tomorrow=2014-06-07
        He left this morning. | this morning=2014-06-05
        He left last night. | last night=2014-06-04
        He left last week. | last week=2014-W22
        He leaves this week. | this week=2014-W23
        He leaves next week. | next week=2014-W24
        He left last month. | last month=2014-05
        He leaves next month. | next month=2014-07
        He left last year. | last year=2013
        He leaves this year. | this year=2014
        He leaves next year. | next year=2015
        He left two weeks ago. | two weeks ago=2014-W21
        He left 10 days ago. | 10 days ago=2014-05-26
        He left three months ago. | three months ago=2014-03
        He left 20 years ago. | 20 years ago=1994
        He left a year ago. | a year ago=2013
        He left a week ago. | a week ago=2014-W22
        He left two decades ago. | two decades ago=199
        He left several weeks ago. | several weeks ago=-
        He left a few days ago. | a few days ago=-
        He left years ago. | years ago=-
        He had left three months earlier. | three months earlier=-
        He returned two days later. | two days later=-
        He will return in two days. | in two days=2014-06-07
        He will return in three weeks. | in three weeks=2014-W26
        He returns ten days from now. | ten days from now=2014-06-15
        Over the weekend it rained. | the weekend=2014-05-31/2014-06-01
        Over the weekend it will rain. | the weekend=2014-06-07/2014-06-08
        Next weekend is free. | Next weekend=2014-06-14/2014-06-15
        In the past decade it rained. | the past decade=2004/2014
        In the past year it rained. | the past year=2013/2014
        In the last two years it rained. | the last two years=2012/2014
        In the past three weeks it rained. | the past three weeks=2014-05-15/2014-06-05
        In the next five days it will rain. | the next five days=2014-06-05/2014-06-10
        In the past few months it rained. | the past few months=-
        Earlier this year he left. | Earlier this year=2014
        Later this month he leaves. | Later this month=2014-06
        The previous year was worse. | The previous year=-
        The following week was worse. | The following week=-
        """)

    static let parts = Row.table(
        published: "2014-06-05",
        """
        They stay until the end of April. | the end of April=2015-04
        They left at the end of April. | the end of April=2014-04
        They left in early March. | early March=2014-03
        They left in mid-May. | mid-May=2014-05
        They left in late June 2013. | late June 2013=2013-06
        They left late last year. | late last year=2013
        They leave early next week. | early next week=2014-W24
        At the start of the year they left. | the start of the year=2014
        By the end of the month they will leave. | the end of the month=2014-06
        By the end of this decade they will leave. | the end of this decade=201
        In the middle of July 2010 they left. | the middle of July 2010=2010-07
        At the beginning of last week they left. | the beginning of last week=2014-W22
        """)

    static let ranges = Row.table(
        published: "2014-06-05",
        """
        Talks ran from March 3 to 5. | from March 3 to 5=2014-03-03/2014-03-05
        Talks ran March 3-5. | March 3-5=2014-03-03/2014-03-05
        Talks ran March 3–5, 2012. | March 3–5, 2012=2012-03-03/2012-03-05
        Talks ran on 3-5 March 2012. | 3-5 March 2012=2012-03-03/2012-03-05
        Talks ran from 28 February to 3 March 2012. | from 28 February to 3 March 2012=2012-02-28/2012-03-03
        Talks ran from Feb. 28 to March 3, 2012. | from Feb. 28 to March 3, 2012=2012-02-28/2012-03-03
        Talks ran from Monday to Wednesday. | from Monday to Wednesday=2014-06-02/2014-06-04
        It ran from May to July 2012. | from May to July 2012=2012-05/2012-07
        It ran in June-July 2012. | June-July 2012=2012-06/2012-07
        It ran between 2001 and 2004. | between 2001 and 2004=2001/2004
        It ran from 2001 to 2004. | from 2001 to 2004=2001/2004
        The war of 1939-45 was long. | 1939-45=1939/1945
        The war of 1914-1918 was long. | 1914-1918=1914/1918
        The 1986/87 season was long. | 1986/87=1986/1987
        The 2013–14 season was long. | 2013–14=2013/2014
        It ran between March 3 and April 5. | between March 3 and April 5=2014-03-03/2014-04-05
        It ran from December to February. | from December to February=2013-12/2014-02
        """)
}
