import Model
import Testing

@Suite struct PercentAndQuantityTests {
    @Test(
        arguments: Row.table(
            """
            It rose 5 percent. | 5 percent=5
            It rose 5.2 per cent. | 5.2 per cent=5.2
            It rose 5 pct. | 5 pct=5
            It rose 5%. | 5%=5
            It rose 5 %. | 5 %=5
            It rose .5 percent. | .5 percent=0.5
            It rose five percent. | five percent=5
            It rose 5-1/2 pct. | 5-1/2 pct=5.5
            It rose 7/8 pct. | 7/8 pct=0.875
            It rose 5½ percent. | 5½ percent=5.5
            It rose 5 to 6 percent. | 5 to 6 percent=5/6
            It rose 5-6%. | 5-6%=5/6
            It rose between 5 and 6 percent. | 5 and 6 percent=5/6
            It moved -0.3% today. | -0.3%=-0.3
            It rose three percentage points. | three percentage points=3 percentage point
            It rose 1,200 percent. | 1,200 percent=1200
            A 5-percent rise. | 5-percent=5
            It rose two and a half percent. | two and a half percent=2.5
            It rose 5.2.1 percent. |
            """))
    func `a percentage has its span and its value`(row: Row) {
        #expect(findings(row.text, only: .percent) == row.expected)
    }

    @Test(
        arguments: Row.table(
            """
            It is 5 km long. | 5 km=5 kilometre
            It is 5km long. | 5km=5 kilometre
            A 10-mile walk. | 10-mile=10 mile
            It is 3.5 metres long. | 3.5 metres=3.5 metre
            It weighs 20,000 tonnes. | 20,000 tonnes=20000 tonne
            It weighs 20 mln metric tons. | 20 mln metric tons=20000000 tonne
            It weighs 12 kg. | 12 kg=12 kilogram
            It weighs 12 lbs. | 12 lbs=12 pound
            It weighs 12 pounds. | 12 pounds=12 pound
            It pumps 20,000 barrels per day. | 20,000 barrels per day=20000 barrel per day
            It pumps 20,000 barrels a day. | 20,000 barrels a day=20000 barrel per day
            It pumps 1.5 mln bpd. | 1.5 mln bpd=1500000 barrel per day
            It sold 5 mln bushels and 200 bags. | 5 mln bushels=5000000 bushel; 200 bags=200 bag
            It burned 500 acres. | 500 acres=500 acre
            It burned 500 square miles. | 500 square miles=500 square mile
            It burned 500 sq km. | 500 sq km=500 square kilometre
            It burned 500 km². | 500 km²=500 square kilometre
            It is 20 degrees Celsius. | 20 degrees Celsius=20 degree Celsius
            It is 20°C. | 20°C=20 degree Celsius
            It is 70 degrees. | 70 degrees=70 degree
            It blew at 70 mph. | 70 mph=70 mile per hour
            It blew at 70 miles per hour. | 70 miles per hour=70 mile per hour
            It blew at 70 km/h. | 70 km/h=70 kilometre per hour
            They talked for two hours. | two hours=2 hour
            They ruled for three years. | three years=3 year
            A three-year plan. | three-year=3 year
            A 25-year-old man. | 25-year-old=25 year
            He is 25 years old. | 25 years=25 year
            They waited half an hour. | half an hour=0.5 hour
            They waited two and a half hours. | two and a half hours=2.5 hour
            It takes 9 to 12 months. | 9 to 12 months=9/12 month
            It rose 25 basis points. | 25 basis points=25 basis point
            Five million acres of forest. | Five million acres=5000000 acre
            The highest in 20 years. | 20 years=20 year
            """))
    func `a quantity has its span, value and unit`(row: Row) {
        #expect(findings(row.text, only: .quantity) == row.expected)
    }
}
