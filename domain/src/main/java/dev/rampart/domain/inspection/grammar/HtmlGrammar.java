package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Tags, attributes and URLs as a browser sees them, and the script that is reached from there. */
final class HtmlGrammar {

  private HtmlGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case '<', '>' -> found.addIf(isHidden(t, i), Indicator.HTML_ENCODED, i, i + 1);
      case TokenKind.SCRIPT_TAG -> found.add(Indicator.HTML_SCRIPT, i - 1, i);
      case TokenKind.ACTIVE_TAG -> found.add(Indicator.HTML_ACTIVE, i - 1, i);
      case TokenKind.TAG -> found.add(Indicator.HTML_TAG, i - 1, i);
      case TokenKind.FORMATTING_TAG -> found.addIf(!isBare(t, i), Indicator.HTML_TAG, i - 1, i);
      case TokenKind.OTHER_TAG -> found.add(Indicator.HTML_OTHER_TAG, i - 1, i);
      case TokenKind.EVENT ->
          found.add(
              isBound(t, i) ? Indicator.HTML_HANDLER_BOUND : Indicator.HTML_HANDLER, i, i + 1);
      case TokenKind.EVENT_LIKE -> found.add(Indicator.HTML_HANDLER_LIKE, i, i + 1);
      case TokenKind.OPEN_HTML_COMMENT, TokenKind.CLOSE_HTML_COMMENT ->
          found.add(Indicator.HTML_COMMENT, i, i);
      case TokenKind.LT_BANG -> found.add(Indicator.HTML_DECLARATION, i, i + 1);
      case TokenKind.LT_QUERY -> found.add(instruction(t, i), i, i + 1);
      case TokenKind.URL_ATTRIBUTE -> found.addIf(next == '=', Indicator.HTML_URL, i, i + 1);
      case TokenKind.STYLE -> found.addIf(next == '=', Indicator.HTML_STYLE, i, i + 1);
      case TokenKind.SCRIPT_SCHEME -> found.addIf(next == ':', Indicator.SCRIPT_URL, i, i + 1);
      case TokenKind.DATA_SCHEME ->
          found.addIf(
              next == ':' && t.touches(i) && (t.at(i + 3) == '/' || t.at(i + 2) == ','),
              Indicator.SCRIPT_DATA_URL,
              i,
              i + 2);
      case TokenKind.JS_DIALOG, TokenKind.JS_EVAL -> call(t, i, found);
      case TokenKind.JS_OBJECT ->
          found.addIf(isMember(t, i) || t.at(i - 1) == '[', Indicator.SCRIPT_OBJECT, i, i + 2);
      case TokenKind.JS_MEMBER ->
          found.addIf(t.at(i - 1) == '.' && next == '=', Indicator.SCRIPT_ASSIGN, i - 1, i + 1);
      case TokenKind.CSS ->
          found.addIf(next == '(' || next == ':', Indicator.CSS_EXPRESSION, i, i + 1);
      case TokenKind.JS_WORD -> found.addIf(t.at(i + 2) == '=', Indicator.SCRIPT_ASSIGN, i, i + 2);
      case '\'', '"', '`' -> quote(t, i, found);
      case '[', TokenKind.PARENS -> brackets(t, i, found);
      case '@' ->
          found.addIf(
              next == TokenKind.CSS || t.at(i + 2) == '\'', Indicator.CSS_EXPRESSION, i, i + 2);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether a program binds the event to a function: {@code onClick={() => …}} and {@code
   * onClick={save}}. In a page either would do nothing.
   */
  private static boolean isBound(TokenBuffer t, int i) {
    if (t.at(i + 1) != '=' || t.at(i + 2) != '{') {
      return false;
    }
    int end = i + 4;
    while (t.at(end) == '.' && TokenKind.isWord(t.at(end + 1)) && end < i + 10) {
      end += 2;
    }
    boolean isArrow = t.at(end) == '=' && t.at(end + 1) == '>' && t.touches(end);
    return (TokenKind.isWord(t.at(i + 3)) && (isArrow || t.at(end) == '}'))
        || (t.at(i + 3) == TokenKind.PARENS && isArrow);
  }

  /** Tells the line that every XML document begins with from {@code <?xml-stylesheet}. */
  private static Indicator instruction(TokenBuffer t, int i) {
    return t.at(i + 1) == TokenKind.XML && t.at(i + 2) != '-'
        ? Indicator.XML_DECLARATION
        : Indicator.HTML_DECLARATION;
  }

  /**
   * Returns whether an encoded angle opens something that acts in a page, or is all there is. Texts
   * about markup encode formatting tags, and lone angles between other things.
   */
  private static boolean isHidden(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    if (t.text.encodings == 0) {
      return false;
    }
    if (i == 1 && next == TokenKind.END) {
      return true;
    }
    return t.kind[i] == '<'
        && t.touches(i)
        && next != TokenKind.FORMATTING_TAG
        && next != '<'
        && next != TokenKind.END;
  }

  /**
   * Returns whether a formatting tag has no attributes, so that it does nothing: {@code <b>},
   * {@code </b>} and {@code <br />} have none.
   */
  private static boolean isBare(TokenBuffer t, int i) {
    return t.at(i + 1) == '>' || (t.at(i + 1) == '/' && t.at(i + 2) == '>');
  }

  /** Returns whether something is reached through the object: a full stop ends no sentence here. */
  private static boolean isMember(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    return t.touches(i)
        && (next == '[' || (next == '.' && t.touches(i + 1) && t.at(i + 2) != TokenKind.END));
  }

  private static void call(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    boolean called =
        next == '('
            || next == TokenKind.PARENS
            || next == '`'
            || next == '.'
            || next == ']'
            || (next == ')' && t.at(i - 1) == '(')
            || next == '\''
            || next == '"'
            || next == ';'
            || next == '?'
            || (t.touches(i - 1) && isArgumentStart(t.at(i - 1)));
    if (called) {
      found.add(
          t.kind[i] == TokenKind.JS_DIALOG ? Indicator.SCRIPT_DIALOG : Indicator.SCRIPT_EVAL,
          i,
          i + 1);
    }
  }

  private static boolean isArgumentStart(int kind) {
    return kind == ':' || kind == '=' || kind == ',' || kind == '(' || kind == '[';
  }

  private static void quote(TokenBuffer t, int i, Indicators found) {
    if (t.endsQuotation(i)) {
      return;
    }
    int next = t.at(i + 1);
    if (next == '>' || next == TokenKind.EVENT || next == '<' || next == TokenKind.LT_SLASH) {
      found.add(Indicator.HTML_BREAKOUT, i, i + 1);
    } else if (next == ';'
        || next == TokenKind.SLASHES
        || ((next == '-' || next == '+' || next == '*')
            && (t.at(i + 2) == TokenKind.JS_DIALOG || t.at(i + 2) == TokenKind.JS_EVAL))) {
      found.add(Indicator.SCRIPT_BREAKOUT, i, i + 1);
    }
  }

  /** Code written with brackets and marks alone. */
  private static void brackets(TokenBuffer t, int i, Indicators found) {
    int marks = 0;
    for (int j = i; j < i + 12; j++) {
      switch (t.at(j)) {
        case '[',
            ']',
            '(',
            ')',
            '!',
            '+',
            '{',
            '}',
            TokenKind.PARENS,
            '~',
            '$',
            TokenKind.END_BRACES ->
            marks++;
        default -> {}
      }
    }
    found.addIf(marks >= 10, Indicator.SCRIPT_BRACKETS, i, i + 11);
  }
}
