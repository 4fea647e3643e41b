import LegalText
import Testing

@testable import DocumentReading

private func built(_ body: (inout OutlineBuilder) -> Void) -> Document {
    var builder = OutlineBuilder()
    body(&builder)
    var document = Document()
    builder.finish(into: &document)
    return document
}

@Suite struct OutlineBuilderTests {
    @Test func textAfterChildrenGoesToTheParent() {
        let document = built {
            $0.begin(.section, line: 3)
            $0.addLabel("5.")
            $0.append("A person who ")
            $0.begin(.paragraph, line: 4)
            $0.addLabel("(a)")
            $0.append(" lies,\n\t or ")
            $0.end()
            $0.append(" shall be\u{A0}li\u{AD}able.")
            $0.end()
        }
        let (section, item) = (document.provisions[0], document.provisions[1])
        #expect(section.text == "A person who shall be liable.")
        #expect(section.continuation == "A person who ".utf8.count)
        #expect(item.text == "lies, or" && item.number == "5(a)" && item.eId == "sec_5__para_a" && item.depth == 1)
    }

    @Test func marksKeepTheirWords() {
        let document = built {
            $0.begin(.section, line: 1)
            $0.append("see ")
            $0.beginMark()
            $0.append(" section 4")
            $0.append("(1) ")
            $0.endMark(.reference(target: "#x"))
            $0.append("or")
            $0.beginNote()
            $0.append("a note")
            $0.endNote(label: "1")
            $0.append(" not")
            $0.end()
        }
        let section = document.provisions[0]
        #expect(section.text == "see section 4(1) or not")
        #expect(section.text[section.marks[0].range] == "section 4(1)")
        #expect(section.notes == [Note(offset: 19, label: "1", text: "a note")])
    }

    @Test func depthIsLimitedAndNothingIsLost() {
        let document = built {
            for _ in 0..<1_000 { $0.begin(.point, line: 1); $0.append("x ") }
            for _ in 0..<2_000 { $0.end() }
        }
        #expect(document.provisions.count == OutlineBuilder.depthLimit)
        #expect(document.provisions.map(\.text).joined(separator: " ").split(separator: " ").count == 1_000)
        #expect(document.diagnostics.map(\.kind) == [.tooDeep])
    }

    @Test func numbersAndIdentifiers() {
        let document = built {
            func leaf(_ type: ProvisionType, _ label: String, _ builder: inout OutlineBuilder) {
                builder.begin(type, line: 1)
                builder.addLabel(label)
                builder.append("x")
                builder.end()
            }
            $0.begin(.part, line: 1)
            $0.addLabel("PART I")
            $0.begin(.section, line: 1)
            $0.addLabel("8")
            leaf(.subsection, "8.1", &$0)
            leaf(.point, "—", &$0)
            $0.end()
            $0.end()
            $0.begin(.part, line: 1)
            $0.addLabel("2")
            leaf(.section, "§ 8.", &$0)
            $0.end()
            $0.begin(.heading, line: 1)
            $0.addHeading("Words")
            leaf(.paragraph, "", &$0)
            $0.end()
            leaf(.paragraph, "", &$0)
            $0.begin(.schedule, line: 1)
            $0.addLabel("Schedule 1")
            $0.begin(.paragraph, line: 1)
            $0.addLabel("3.")
            leaf(.subparagraph, "(2 bis)", &$0)
            $0.end()
            $0.end()
        }
        let found = document.provisions.map { "\($0.number) \($0.eId)" }
        #expect(
            found == [
                "PART I part_I", "8 sec_8", "8.1 sec_8__subsec_8-1", " sec_8__point_1", "Part 2 part_2", "8 part_2__sec_8", " xhdg_1",
                " para_1",
                " para_2", "Schedule 1 sch_1", "Schedule 1, paragraph 3 sch_1__para_3",
                "Schedule 1, paragraph 3(2bis) sch_1__para_3__subpara_2bis",
            ])
    }

    @Test func whatIsCountedGivesWayToWhatIsPrinted() {
        let document = built {
            func begin(_ type: ProvisionType, _ label: String, _ builder: inout OutlineBuilder) {
                builder.begin(type, line: 1)
                builder.addLabel(label)
                builder.append("x")
            }
            begin(.paragraph, "", &$0)
            begin(.point, "", &$0)
            $0.end()
            $0.end()
            for label in ["1", "", "3", ""] {
                begin(.paragraph, label, &$0)
                begin(.point, "", &$0)
                $0.end()
                $0.end()
            }
        }
        #expect(
            document.provisions.map(\.eId) == [
                "para_nn1", "para_nn1__point_1", "para_1", "para_1__point_1", "para_2", "para_2__point_1", "para_3", "para_3__point_1",
                "para_nn3", "para_nn3__point_1",
            ])
    }

    @Test func aHeadingBetweenDoesNotHideTheNumberThatIsRepeated() {
        let document = built {
            $0.begin(.section, line: 1)
            $0.addLabel("2")
            $0.begin(.heading, line: 1)
            $0.addHeading("Rail")
            $0.begin(.subsection, line: 1)
            $0.addLabel("2.28")
            $0.append("x")
        }
        #expect(document.provisions.map(\.number) == ["2", "", "2.28"])
    }
}
