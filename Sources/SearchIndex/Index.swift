import SearchCore
