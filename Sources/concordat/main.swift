import CommandLineTool

Concordat.main()
