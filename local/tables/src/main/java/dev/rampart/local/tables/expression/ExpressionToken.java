package dev.rampart.local.tables.expression;

/** A piece of an expression's text, from start to before end. */
record ExpressionToken(Kind kind, String text, int start, int end) {

  enum Kind {
    WORD,
    NAME,
    VALUE,
    INDEX,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }
}
