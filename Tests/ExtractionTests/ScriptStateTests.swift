import Testing

/// Pages that show nothing until a script has run.
@Suite struct ScriptStateTests {
    private static let other = "Ferry stops at noon. It will not run again before Monday, says the board."

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// The article as such pages carry it: a list of paragraphs, one piece of markup, or objects with a type.
    static let states = [
        #"{"page":{"title":"Light","paragraphs":["# + Pages.body.map(quoted).joined(separator: ",") + "]}}",
        #"{"props":{"article":{"id":7,"body":"# + quoted(Pages.paragraphs(of: Pages.body).replacing("\n", with: ""))
            + #","related":[{"text":"# + quoted(other) + "}]}}}",
        #"{"blocks":["# + Pages.body.map { #"{"type":"p","text":"# + quoted($0) + "}" }.joined(separator: ",") + "]}",
    ]

    @Test(arguments: states.indices, ["application/json\" id=\"__NEXT_DATA__", "text/javascript"])
    func theArticleIsTakenFromTheData(_ index: Int, _ type: String) {
        let assignment = type.hasPrefix("text") ? "window.__STATE__ = " : ""
        let end = type.hasPrefix("text") ? ";" : ""
        let html = """
            <title>Light</title><div id=app>Loading</div>
            <script type="\(type)">\(assignment)\(Self.states[index])\(end)</script>
            """
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test func whatThePageShowsComesFirst() {
        let html = Pages.page() + "<script type=application/json>\(Self.states[0])</script>"
        #expect(Pages.paragraphs(html) == Pages.body)
    }

    @Test(arguments: [
        #"{"messages":{"error":"Something went wrong. Please try again later, or write to us."}}"#,
        #"{"teasers":[{"summary":"The ferry stops at noon. It will not run again before Monday."}]}"#,
        "{\"text\":[[[[[[", "{}", #"{"text":"\ud800"}"#,
    ])
    func otherDataIsNoArticle(_ state: String) {
        let padding = String(repeating: " ", count: 500)
        let html = "<div id=app><p>Loading the page.</p></div><script type=application/json>\(state)\(padding)</script>"
        #expect(Pages.paragraphs(html) == ["Loading the page."])
    }

    @Test func deepDataEnds() {
        let depth = 100_000
        let state = String(repeating: #"{"text":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        #expect(Pages.paragraphs("<p>Loading.</p><script type=application/json>\(state)</script>") == ["Loading."])
    }
}
