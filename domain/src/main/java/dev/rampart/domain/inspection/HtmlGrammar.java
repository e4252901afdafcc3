package dev.rampart.domain.inspection;

/** Tags, attributes and URLs as a browser sees them, and the script that is reached from there. */
final class HtmlGrammar {

  private HtmlGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case '<', '>' -> f.addIf(isHidden(t, i), Sign.HTML_ENCODED, i, i + 1);
      case Kind.SCRIPT_TAG -> f.add(Sign.HTML_SCRIPT, i - 1, i);
      case Kind.ACTIVE_TAG -> f.add(Sign.HTML_ACTIVE, i - 1, i);
      case Kind.TAG -> f.add(Sign.HTML_TAG, i - 1, i);
      case Kind.FORMATTING_TAG -> f.addIf(!isBare(t, i), Sign.HTML_TAG, i - 1, i);
      case Kind.OTHER_TAG -> f.add(Sign.HTML_OTHER_TAG, i - 1, i);
      case Kind.EVENT ->
          f.add(isBound(t, i) ? Sign.HTML_HANDLER_BOUND : Sign.HTML_HANDLER, i, i + 1);
      case Kind.EVENT_LIKE -> f.add(Sign.HTML_HANDLER_LIKE, i, i + 1);
      case Kind.OPEN_HTML_COMMENT, Kind.CLOSE_HTML_COMMENT -> f.add(Sign.HTML_COMMENT, i, i);
      case Kind.LT_BANG -> f.add(Sign.HTML_DECLARATION, i, i + 1);
      case Kind.LT_QUERY -> f.add(instruction(t, i), i, i + 1);
      case Kind.URL_ATTRIBUTE -> f.addIf(next == '=', Sign.HTML_URL, i, i + 1);
      case Kind.STYLE -> f.addIf(next == '=', Sign.HTML_STYLE, i, i + 1);
      case Kind.SCRIPT_SCHEME -> f.addIf(next == ':', Sign.SCRIPT_URL, i, i + 1);
      case Kind.DATA_SCHEME ->
          f.addIf(
              next == ':' && t.touches(i) && (t.at(i + 3) == '/' || t.at(i + 2) == ','),
              Sign.SCRIPT_DATA_URL,
              i,
              i + 2);
      case Kind.JS_DIALOG, Kind.JS_EVAL -> call(t, i, f);
      case Kind.JS_OBJECT ->
          f.addIf(isMember(t, i) || t.at(i - 1) == '[', Sign.SCRIPT_OBJECT, i, i + 2);
      case Kind.JS_MEMBER ->
          f.addIf(t.at(i - 1) == '.' && next == '=', Sign.SCRIPT_ASSIGN, i - 1, i + 1);
      case Kind.CSS -> f.addIf(next == '(' || next == ':', Sign.CSS_EXPRESSION, i, i + 1);
      case Kind.JS_WORD -> f.addIf(t.at(i + 2) == '=', Sign.SCRIPT_ASSIGN, i, i + 2);
      case '\'', '"', '`' -> quote(t, i, f);
      case '[', Kind.PARENS -> brackets(t, i, f);
      case '@' -> f.addIf(next == Kind.CSS || t.at(i + 2) == '\'', Sign.CSS_EXPRESSION, i, i + 2);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a program binds the event to a function: {@code onClick={() => …}} and {@code
   * onClick={save}}. In a page either would do nothing.
   */
  private static boolean isBound(Tokens t, int i) {
    if (t.at(i + 1) != '=' || t.at(i + 2) != '{') {
      return false;
    }
    int end = i + 4;
    while (t.at(end) == '.' && Tokens.isWord(t.at(end + 1)) && end < i + 10) {
      end += 2;
    }
    boolean isArrow = t.at(end) == '=' && t.at(end + 1) == '>' && t.touches(end);
    return (Tokens.isWord(t.at(i + 3)) && (isArrow || t.at(end) == '}'))
        || (t.at(i + 3) == Kind.PARENS && isArrow);
  }

  /** Tells the line that every XML document begins with from {@code <?xml-stylesheet}. */
  private static Sign instruction(Tokens t, int i) {
    return t.at(i + 1) == Kind.XML && t.at(i + 2) != '-'
        ? Sign.XML_DECLARATION
        : Sign.HTML_DECLARATION;
  }

  /**
   * Whether an encoded angle opens something that acts in a page, or is all there is. Texts about
   * markup encode formatting tags, and lone angles between other things.
   */
  private static boolean isHidden(Tokens t, int i) {
    int next = t.at(i + 1);
    if (t.layer.steps == 0) {
      return false;
    }
    if (i == 1 && next == Kind.END) {
      return true;
    }
    return t.kind[i] == '<'
        && t.touches(i)
        && next != Kind.FORMATTING_TAG
        && next != '<'
        && next != Kind.END;
  }

  /**
   * Whether a formatting tag has no attributes, so that it does nothing: {@code <b>}, {@code </b>}
   * and {@code <br />} have none.
   */
  private static boolean isBare(Tokens t, int i) {
    return t.at(i + 1) == '>' || (t.at(i + 1) == '/' && t.at(i + 2) == '>');
  }

  /** Whether something is reached through the object: a full stop ends no sentence here. */
  private static boolean isMember(Tokens t, int i) {
    int next = t.at(i + 1);
    return t.touches(i)
        && (next == '[' || (next == '.' && t.touches(i + 1) && t.at(i + 2) != Kind.END));
  }

  private static void call(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    boolean called =
        next == '('
            || next == Kind.PARENS
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
      f.add(t.kind[i] == Kind.JS_DIALOG ? Sign.SCRIPT_DIALOG : Sign.SCRIPT_EVAL, i, i + 1);
    }
  }

  private static boolean isArgumentStart(int kind) {
    return kind == ':' || kind == '=' || kind == ',' || kind == '(' || kind == '[';
  }

  private static void quote(Tokens t, int i, Findings f) {
    if (t.endsQuotation(i)) {
      return;
    }
    int next = t.at(i + 1);
    if (next == '>' || next == Kind.EVENT || next == '<' || next == Kind.LT_SLASH) {
      f.add(Sign.HTML_BREAKOUT, i, i + 1);
    } else if (next == ';'
        || next == Kind.SLASHES
        || ((next == '-' || next == '+' || next == '*')
            && (t.at(i + 2) == Kind.JS_DIALOG || t.at(i + 2) == Kind.JS_EVAL))) {
      f.add(Sign.SCRIPT_BREAKOUT, i, i + 1);
    }
  }

  /** Code written with brackets and signs alone. */
  private static void brackets(Tokens t, int i, Findings f) {
    int marks = 0;
    for (int j = i; j < i + 12; j++) {
      switch (t.at(j)) {
        case '[', ']', '(', ')', '!', '+', '{', '}', Kind.PARENS, '~', '$', Kind.END_BRACES ->
            marks++;
        default -> {}
      }
    }
    f.addIf(marks >= 10, Sign.SCRIPT_BRACKETS, i, i + 11);
  }
}
