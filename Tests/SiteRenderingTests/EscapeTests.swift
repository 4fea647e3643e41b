import Foundation
import LegalText
import Testing

@testable import SiteRendering

@Suite struct EscapeTests {
    @Test func dataIsEscapedAndLiteralsAreNot() {
        let html: HTML = "<p title=\"\("a\"b'c")\">\("<script> & more")</p>"
        #expect(html.string == "<p title=\"a&quot;b&#39;c\">&lt;script&gt; &amp; more</p>")
    }

    @Test func htmlIsPutInAsItIs() {
        let inner: HTML = "<b>\("<")</b>"
        #expect(("<p>\(inner)\(7)</p>" as HTML).string == "<p><b>&lt;</b>7</p>")
    }

    @Test(arguments: ["\u{202E}", "\u{202D}", "\u{0}", "\u{7}", "\u{7F}"])
    func whatTurnsOrBreaksTextIsReplaced(_ character: String) {
        #expect(("\("a" + character + "b")" as HTML).string == "a\u{FFFD}b")
        #expect(Escape.visible("a" + character + "b") == "a\u{FFFD}b")
    }

    @Test func otherTextIsKept() {
        let text = "Überblick – “quoted” … \u{2028} ما 日本 \t\n"
        #expect(("\(text)" as HTML).string == text)
        #expect(Escape.visible(text) == text)
    }

    @Test func dataBlocksCannotCloseTheirElement() {
        let html = HTML(scriptData: Array(#"{"a":"</script><!-- & -->"}"#.utf8))
        #expect(html.string == #"{"a":"\u003c/script\u003e\u003c!-- \u0026 --\u003e"}"#)
    }

    @Test(arguments: ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://x", "data:text/html,x", "//host", "http", "https://a b"])
    func onlyWebAddressesAreLinked(_ target: String) {
        #expect(WebAddress(target) == nil)
    }

    @Test func webAddressesAreLinked() {
        #expect(WebAddress("HTTPS://example.org/a?b=1&c=2")?.text == "HTTPS://example.org/a?b=1&c=2")
    }

    @Test func pathsAreEncoded() {
        #expect(Links.encoded("sec 1/é#~") == "sec%201%2F%C3%A9%23~")
    }
}
