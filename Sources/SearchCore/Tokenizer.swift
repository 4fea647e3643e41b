/// Splits text into the terms that are indexed and searched.
public enum Tokenizer {}
