import Model
import Testing

@Suite struct TimeTests {
    @Test(
        arguments: Row.table(
            """
            It started at 10:15 on the dot. | 10:15=T10:15
            It started at 22:15:30 on the dot. | 22:15:30=T22:15
            It started at 10:15 a.m. in Rome. | 10:15 a.m.=T10:15
            It started at 10.15 am in Rome. | 10.15 am=T10:15
            It started at 10.15pm in Rome. | 10.15pm=T22:15
            It started at 3 p.m. in Rome. | 3 p.m.=T15:00
            It started at 3pm in Rome. | 3pm=T15:00
            It started at 12 a.m. in Rome. | 12 a.m.=T00:00
            It started at 12:30 p.m. in Rome. | 12:30 p.m.=T12:30
            It started at 1330 GMT in Rome. | 1330 GMT=T13:30Z
            It started at 13:30 GMT in Rome. | 13:30 GMT=T13:30Z
            It started at 8 p.m. EST in Rome. | 8 p.m. EST=T20:00-05:00
            It started at 8 p.m. ET in Rome. | 8 p.m. ET=T20:00
            It started at 9 a.m. local time (0700 GMT) in Rome. | 9 a.m. local time=T09:00; 0700 GMT=T07:00Z
            It started at noon and ended at midnight. | noon=T12:00; midnight=T00:00
            It started at seven o'clock sharp. | seven o'clock=T07:00
            It started at 7 o’clock sharp. | 7 o’clock=T07:00
            It started at nine a.m. sharp. | nine a.m.=T09:00
            The bells rang at 0900 hours. | 0900 hours=T09:00
            He quoted John 3:16 to them. |
            They won 21:99 on points. |
            The ratio is 2:1 for them. |
            A time of 25:15 is none. |
            """))
    func `a time of day has its span and its value`(row: Row) {
        #expect(findings(row.text, only: .time) == row.expected)
    }

    @Test func `a date and a time stay two mentions`() {
        #expect(
            findings("They met on June 3, 2014 at 10:15 a.m. in Rome.")
                == ["June 3, 2014=2014-06-03", "10:15 a.m.=T10:15"])
    }
}
