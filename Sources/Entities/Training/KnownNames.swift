/// Organisations, events and works that news names again and again: a list of our own beside the public ones, as those hold
/// places and people only.
enum KnownNames {
    static let organizations = """
        United Nations;UN;U.N.;UN Security Council;Security Council;General Assembly;UNICEF;UNESCO;UNHCR;World Health Organization;WHO;
        World Food Programme;World Bank;International Monetary Fund;IMF;World Trade Organization;WTO;International Criminal Court;ICC;
        International Court of Justice;International Atomic Energy Agency;IAEA;Interpol;Europol;European Union;EU;European Commission;
        European Parliament;European Central Bank;ECB;European Court of Human Rights;Council of Europe;NATO;Nato;OSCE;OECD;OPEC;Opec;
        ASEAN;African Union;Arab League;Organization of American States;Commonwealth;G7;G8;G20;Red Cross;Red Crescent;
        International Committee of the Red Cross;Amnesty International;Human Rights Watch;Greenpeace;Oxfam;Save the Children;
        Doctors Without Borders;Medecins Sans Frontieres;Congress;Senate;House of Representatives;House of Commons;House of Lords;
        Parliament;Knesset;Bundestag;Duma;State Duma;Supreme Court;White House;Pentagon;Kremlin;Downing Street;Capitol Hill;
        State Department;Defense Department;Justice Department;Treasury Department;Treasury;Department of Defense;Department of State;
        Department of Justice;Department of Energy;Department of Homeland Security;Homeland Security;Foreign Office;Home Office;
        Ministry of Defence;Ministry of Foreign Affairs;Foreign Ministry;Defense Ministry;Interior Ministry;Federal Reserve;Fed;
        Bank of England;Bank of Japan;FBI;CIA;NSA;NASA;FDA;EPA;SEC;IRS;FEMA;FAA;FCC;FTC;DEA;ATF;TSA;CDC;NHS;BBC;CNN;NBC;ABC;CBS;Fox News;
        MI5;MI6;GCHQ;Mossad;KGB;FSB;IDF;Israel Defense Forces;Securities and Exchange Commission;Food and Drug Administration;
        Environmental Protection Agency;Federal Bureau of Investigation;Central Intelligence Agency;National Security Agency;
        National Security Council;National Guard;Coast Guard;Army;Navy;Air Force;Marine Corps;Marines;Royal Navy;Royal Air Force;RAF;
        US Army;US Navy;US Air Force;US Marine Corps;U.S. Army;U.S. Navy;U.S. Air Force;U.S. Marine Corps;US Central Command;
        U.S. Central Command;United States Central Command;CENTCOM;Centcom;Africa Command;European Command;Special Operations Command;
        Coalition;Combined Joint Task Force;Iraqi Security Forces;Peshmerga;Free Syrian Army;Syrian Democratic Forces;
        Revolutionary Guard;Revolutionary Guards;Quds Force;ISIL;ISIS;IS;Daesh;Islamic State;Islamic State of Iraq and the Levant;
        Islamic State of Iraq and Syria;al-Qaeda;Al-Qaeda;al-Qaida;Al-Qaida;al Qaeda;Al Qaeda;Taliban;Taleban;Hezbollah;Hizbollah;
        Hamas;Fatah;Islamic Jihad;Palestinian Authority;PLO;Palestine Liberation Organization;Boko Haram;al-Shabaab;al-Shabab;
        al-Nusra Front;Jabhat al-Nusra;Muslim Brotherhood;Tamil Tigers;LTTE;FARC;ETA;IRA;Sinn Fein;PKK;Kurdistan Workers' Party;
        Democratic Party;Republican Party;GOP;Conservative Party;Labour Party;Labour;Liberal Democrats;Tories;Green Party;
        Communist Party;African National Congress;ANC;Congress Party;Bharatiya Janata Party;BJP;Likud;Fidesz;Christian Democrats;
        Social Democrats;Christian Democratic Union;Social Democratic Party;National Front;UKIP;Scottish National Party;SNP;Zanu-PF;
        Socialist Party;Workers' Party;Liberal Party;People's Party;National Party;AK Party;AKP;Reuters;Associated Press;AP;AFP;
        Agence France-Presse;Xinhua;Bloomberg;Interfax;Itar-Tass;TASS;Kyodo;New York Times;Washington Post;Wall Street Journal;
        Los Angeles Times;USA Today;Financial Times;Guardian;Daily Telegraph;Daily Mail;Economist;Le Monde;Der Spiegel;Al Jazeera;
        al-Jazeera;Al-Jazeera;Time;Newsweek;Microsoft;Apple;Google;Facebook;Twitter;Amazon;IBM;Intel;Cisco;Oracle;Hewlett-Packard;HP;
        Dell;Yahoo;Yahoo!;eBay;Netflix;Sony;Samsung;Nokia;Motorola;Toyota;Honda;Nissan;Ford;General Motors;GM;Chrysler;Volkswagen;VW;
        BMW;Daimler;Mercedes-Benz;Renault;Peugeot;Fiat;Boeing;Airbus;Lockheed Martin;Rolls-Royce;General Electric;GE;Siemens;Philips;
        BP;Shell;Royal Dutch Shell;Exxon;ExxonMobil;Exxon Mobil;Chevron;Total;Gazprom;Rosneft;Lukoil;Enron;Halliburton;Citigroup;
        Citibank;JPMorgan Chase;JP Morgan;J.P. Morgan;Goldman Sachs;Morgan Stanley;Merrill Lynch;Lehman Brothers;Bank of America;
        Wells Fargo;HSBC;Barclays;Lloyds;Royal Bank of Scotland;RBS;Deutsche Bank;UBS;Credit Suisse;BNP Paribas;Societe Generale;
        Standard Chartered;American Express;Visa;MasterCard;Walmart;Wal-Mart;Tesco;Sainsbury's;Marks & Spencer;Coca-Cola;PepsiCo;
        McDonald's;Starbucks;Nike;Adidas;Procter & Gamble;Johnson & Johnson;Pfizer;Merck;Novartis;Roche;GlaxoSmithKline;AstraZeneca;
        Bayer;Monsanto;Nestle;Unilever;Disney;Walt Disney;Time Warner;Warner Bros.;Viacom;News Corp;News Corporation;Comcast;AT&T;
        Verizon;Vodafone;T-Mobile;Telefonica;British Airways;Lufthansa;Air France;Ryanair;easyJet;Delta;United Airlines;
        American Airlines;Malaysia Airlines;Qantas;Aeroflot;FedEx;UPS;New York Stock Exchange;NYSE;Nasdaq;London Stock Exchange;
        Standard & Poor's;Moody's;Fitch;KPMG;PricewaterhouseCoopers;Deloitte;Harvard;Harvard University;Yale;Yale University;
        Stanford University;Princeton University;Columbia University;MIT;Massachusetts Institute of Technology;Oxford University;
        University of Oxford;Cambridge University;University of Cambridge;London School of Economics;University of California;
        FIFA;Fifa;UEFA;Uefa;IOC;International Olympic Committee;NBA;NFL;NHL;MLB;NCAA;FA;Football Association;Formula One;
        Manchester United;Manchester City;Chelsea;Arsenal;Liverpool;Tottenham Hotspur;Everton;Newcastle United;Aston Villa;
        Real Madrid;Barcelona;Atletico Madrid;Bayern Munich;Borussia Dortmund;Juventus;AC Milan;Inter Milan;Ajax;Celtic;Rangers;
        New York Yankees;Yankees;Boston Red Sox;Red Sox;Los Angeles Dodgers;Dodgers;Chicago Cubs;Cubs;Chicago Bulls;
        Los Angeles Lakers;Lakers;Boston Celtics;Dallas Cowboys;Green Bay Packers;New England Patriots;Patriots;49ers
        """

    static let things = """
        World War I;World War II;World War One;World War Two;First World War;Second World War;Cold War;Gulf War;Vietnam War;
        Korean War;Civil War;American Civil War;Spanish Civil War;Iraq War;Six-Day War;Holocaust;Arab Spring;Brexit;Great Depression;
        Industrial Revolution;Renaissance;Olympics;Olympic Games;Winter Olympics;Summer Olympics;Paralympics;World Cup;European Cup;
        Champions League;Premier League;Europa League;FA Cup;La Liga;Bundesliga;Serie A;Super Bowl;World Series;Stanley Cup;
        Wimbledon;US Open;U.S. Open;French Open;Australian Open;Davis Cup;Ryder Cup;Masters;Tour de France;Grand Prix;
        Commonwealth Games;Asian Games;Six Nations;Ashes;Nobel Prize;Nobel Peace Prize;Pulitzer Prize;Academy Award;Academy Awards;
        Oscar;Oscars;Grammy;Grammys;Golden Globe;Emmy;Booker Prize;Bible;Koran;Quran;Qur'an;Torah;Old Testament;New Testament;Islam;
        Christianity;Judaism;Buddhism;Hinduism;Ramadan;Christmas;Easter;Thanksgiving;Halloween;Hanukkah;Passover;New Year;Eid;
        English;French;German;Spanish;Arabic;Chinese;Russian;Japanese;Hebrew;Latin;Internet;Web;World Wide Web;Windows;Linux;iPhone;iPad;
        iPod;Android;Xbox;PlayStation;Boeing 747;Boeing 737;Airbus A320;Airbus A380;F-16;F-35;AK-47;Kalashnikov;Humvee;Apache;Black Hawk;
        Bitcoin;Dow Jones;Dow;Dow Jones Industrial Average;S&P 500;FTSE 100;Nikkei;DAX;Hang Seng;Magna Carta;Kyoto Protocol;
        Geneva Conventions;Geneva Convention;Treaty of Versailles;Maastricht Treaty;Lisbon Treaty;Good Friday Agreement;
        Oslo Accords;Camp David Accords;Patriot Act;Medicare;Medicaid;Obamacare;Affordable Care Act;Constitution;Bill of Rights;
        First Amendment;Second Amendment;Operation Inherent Resolve;Operation Iraqi Freedom;Operation Enduring Freedom;
        Hurricane Katrina;AIDS;HIV;Ebola;SARS;COVID-19;Star Wars;Harry Potter;Titanic
        """

    static func names(_ list: String) -> [[UInt8]] {
        list.split(separator: ";").map { name in Array(name.utf8.drop { $0 == 0x20 || $0 == 0x0A }) }.filter {
            !$0.isEmpty
        }
    }
}
