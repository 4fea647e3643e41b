import CommandLineTool
import Foundation

exit(Concordat.run(Array(CommandLine.arguments.dropFirst())))
