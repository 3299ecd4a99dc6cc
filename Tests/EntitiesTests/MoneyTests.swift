import Model
import Testing

@Suite struct MoneyTests {
    @Test(
        arguments: Row.table(
            """
            It cost $5 in all. | $5=5 USD
            It cost $5.20 in all. | $5.20=5.2 USD
            It cost $ 135 million in all. | $ 135 million=135000000 USD
            It cost US$5.2 million in all. | US$5.2 million=5200000 USD
            It cost U.S.$5 in all. | U.S.$5=5 USD
            It cost C$3.5bn in all. | C$3.5bn=3500000000 CAD
            It cost A$20 in all. | A$20=20 AUD
            It cost HK$1,000 in all. | HK$1,000=1000 HKD
            It cost NZ$7 in all. | NZ$7=7 NZD
            It cost R$7 in all. | R$7=7 BRL
            It made a 5 mln dlrs profit. | 5 mln dlrs=5000000 USD
            Shr 34 cts vs 1.19 dlrs. | 34 cts=0.34 USD; 1.19 dlrs=1.19 USD
            It cost 2.5 billion Canadian dlrs. | 2.5 billion Canadian dlrs=2500000000 CAD
            It cost 2.5 mln U.S. dlrs in all. | 2.5 mln U.S. dlrs=2500000 USD
            It cost 3 mln Hong Kong dlrs. | 3 mln Hong Kong dlrs=3000000 HKD
            It cost 20 mln stg in all. | 20 mln stg=20000000 GBP
            It cost 20 mln marks in all. | 20 mln marks=20000000 DEM
            It cost 20 mln francs in all. | 20 mln francs=20000000
            It cost 20 mln Swiss francs in all. | 20 mln Swiss francs=20000000 CHF
            It cost 3 billion Swedish crowns. | 3 billion Swedish crowns=3000000000 SEK
            It cost 3 billion crowns. | 3 billion crowns=3000000000
            It cost 150.25 yen in all. | 150.25 yen=150.25 JPY
            It cost 12 billion lire. | 12 billion lire=12000000000 ITL
            It cost £20m in all. | £20m=20000000 GBP
            It cost £1.5 million in all. | £1.5 million=1500000 GBP
            It cost €3 in all. | €3=3 EUR
            It cost 3 € in all. | 3 €=3 EUR
            It cost ¥500 in all. | ¥500=500 JPY
            It cost ₹500 crore in all. | ₹500 crore=5000000000 INR
            It cost Rs 500 in all. | Rs 500=500
            It cost Rs. 500 in all. | Rs. 500=500
            It cost Rs500 in all. | Rs500=500
            It cost EUR 20m in all. | EUR 20m=20000000 EUR
            It cost EUR20m in all. | EUR20m=20000000 EUR
            It cost 500 USD in all. | 500 USD=500 USD
            It cost DM 5.20 in all. | DM 5.20=5.2 DEM
            It cost 1.2bn euros in all. | 1.2bn euros=1200000000 EUR
            It cost 20m euros in all. | 20m euros=20000000 EUR
            It cost five million dollars. | five million dollars=5000000 USD
            It cost a million dollars. | a million dollars=1000000 USD
            It cost half a million dollars. | half a million dollars=500000 USD
            It cost twenty-five dollars. | twenty-five dollars=25 USD
            It cost two hundred and fifty thousand dollars. | two hundred and fifty thousand dollars=250000 USD
            It cost 20 cents in all. | 20 cents=0.2 USD
            It cost 50p in all. | 50p=0.5 GBP
            It cost 50 pence in all. | 50 pence=0.5 GBP
            It cost 5 million pounds. | 5 million pounds=5000000 GBP
            It cost 5 pounds sterling. | 5 pounds sterling=5 GBP
            It cost £3, not 5 pounds. | £3=3 GBP; 5 pounds=5 GBP
            It cost 500 Egyptian pounds. | 500 Egyptian pounds=500 EGP
            It cost 500 million Indian rupees. | 500 million Indian rupees=500000000 INR
            It cost $10-15 million in all. | $10-15 million=10000000/15000000 USD
            It cost $10 to 15 million in all. | $10 to 15 million=10000000/15000000 USD
            It pays $5 to $6 a share. | $5=5 USD; $6=6 USD
            It cost $5-$6 million. | $5=5000000 USD; $6 million=6000000 USD
            It cost 10 to 15 mln dlrs. | 10 to 15 mln dlrs=10000000/15000000 USD
            A $5-million deal. | $5-million=5000000 USD
            A 5-dollar deal. | 5-dollar=5 USD
            It fell 5-1/2 cents. | 5-1/2 cents=0.055 USD
            It cost $1,234,567.89 in all. | $1,234,567.89=1234567.89 USD
            It cost $.50 in all. | $.50=0.5 USD
            It owes $3 trillion. | $3 trillion=3000000000000 USD
            It cost 5 million won. | 5 million won=5000000 KRW
            """))
    func `an amount of money has its span, value and currency`(row: Row) {
        #expect(findings(row.text, only: .money) == row.expected)
    }
}
