package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.text.SerializationPrefix;
import dev.rampart.domain.inspection.text.WordHash;

/**
 * One lexer for all grammars, since an attack mixes them: words, numbers, marks, and the pairs of
 * marks that mean something together. Comments count as blanks. What a word means depends on where
 * it stands: {@code id} is a command after {@code ;}, and a tag never.
 */
public final class PolyglotLexer {

  /** From so many equal characters on, a word or a mark is a {@link TokenKind#RUN}. */
  private static final int RUN_MIN = 48;

  private DecodedText in = new DecodedText();
  private TokenBuffer out = new TokenBuffer();
  private final NumberLexer numbers = new NumberLexer();
  private int at;

  /** Whether a command may start at {@link #at}. */
  private boolean commandPlace;

  /** Whether a comment is open that MySQL runs. */
  private boolean runsComment;

  private boolean backtickOpen;

  /** Replaces the content of {@code tokens} by the tokens of a text. */
  public void read(DecodedText text, TokenBuffer tokens) {
    in = text;
    out = tokens;
    tokens.clear(text);
    tokens.add(TokenKind.START, 0, 0);
    commandPlace = true;
    runsComment = false;
    backtickOpen = false;
    at = 0;
    while (at < text.length) {
      char c = text.chars[at];
      if (c == ' ' || c == '\t' || c == '\r' || c == 0x0b || c == '\f') {
        at++;
      } else if (c == '\n') {
        line();
      } else if (Characters.isLetter(c)) {
        word();
      } else if (Characters.isDigit(c)) {
        number();
      } else {
        mark(c);
      }
    }
    tokens.add(TokenKind.END, text.length, text.length);
  }

  /** A line end counts if a command or a header may follow; otherwise it is a blank. */
  private void line() {
    int start = at;
    while (at < in.length && in.chars[at] <= ' ') {
      at++;
    }
    if (at < in.length && startsLine(in.chars[at], in.at(at + 1))) {
      out.add(TokenKind.LINE, start, start + 1);
    }
    commandPlace = true;
  }

  private static boolean startsLine(char c, char next) {
    return Characters.isLetter(c)
        || c == '/'
        || c == '`'
        || c == '$'
        || c == '.'
        || c == '"'
        || c == '\''
        || (c == '!' && next == ' ');
  }

  private void add(int kind, int length) {
    out.add(kind, at, at + length);
    at += length;
  }

  private void word() {
    int start = at;
    char[] text = in.chars;
    int length = in.length;
    long hash = WordHash.seed();
    int end = start;
    do {
      hash = WordHash.add(hash, text[end]);
      end++;
    } while (end < length && Characters.isWordPart(text[end]));
    at = end;
    int kind =
        isRun(start) ? TokenKind.RUN : WordClassifier.kind(hash, in, start, at, out, commandPlace);
    boolean prefixes = commandPlace && Vocabulary.COMMAND_PREFIXES.kind(hash) != 0;
    if (commandPlace && in.at(at) == '-' && cmdlet(hash)) {
      kind = TokenKind.SHELL;
    } else if (at - start >= SerializationPrefix.CHARS_MIN
        && SerializationPrefix.begins(in, start)) {
      kind = TokenKind.OBJECT_STREAM;
    }
    if (runsOn(kind) && out.kind[out.count - 1] == TokenKind.LINE) {
      // SQL runs on over line ends.
      out.count--;
    }
    out.add(kind, start, at);
    commandPlace = prefixes;
  }

  /**
   * Returns whether the word that begins at {@code start} has its first character again and again.
   */
  private boolean isRun(int start) {
    if (at - start < RUN_MIN) {
      return false;
    }
    int same = 0;
    for (int i = start; i < at; i++) {
      same += in.chars[i] == in.chars[start] ? 1 : 0;
    }
    return same >= RUN_MIN;
  }

  /**
   * Returns whether a word may continue the line before: not {@code do} and {@code then} of a
   * shell.
   */
  private static boolean runsOn(int kind) {
    return TokenKind.isSql(kind) && kind != TokenKind.DO && kind != TokenKind.THEN;
  }

  /**
   * Reads on over a hyphen if that makes a name of PowerShell, given the hash of its first word;
   * returns whether it does.
   */
  private boolean cmdlet(long hash) {
    int i = at;
    do {
      hash = WordHash.add(hash, in.chars[i]);
      i++;
    } while (i < in.length && in.chars[i] >= 'a' && in.chars[i] <= 'z');
    if (Vocabulary.CMDLETS.kind(hash) == 0) {
      return false;
    }
    at = i;
    return true;
  }

  private void number() {
    int start = at;
    at = numbers.end(in, start);
    boolean isRun = numbers.kind() != TokenKind.HEX && at - start >= RUN_MIN;
    out.add(isRun ? TokenKind.RUN : numbers.kind(), start, at);
    commandPlace = false;
  }

  private void mark(char c) {
    int index = out.count;
    int start = at;
    char n = in.at(at + 1);
    switch (c) {
      case '-' -> dash(n);
      case '/' -> slash(n);
      case '*' -> star(n);
      case '|' -> add(n == '|' ? TokenKind.OR_MARK : '|', n == '|' ? 2 : 1);
      case '&' -> add(n == '&' ? TokenKind.AND_MARK : '&', n == '&' ? 2 : 1);
      case '!' -> add(n == '=' ? TokenKind.UNEQUAL : '!', n == '=' ? 2 : 1);
      case '=' -> add(n == '=' ? TokenKind.EQUALS2 : '=', n == '=' ? 2 : 1);
      case '.' -> dots();
      case '$' ->
          add(
              n == '{' ? TokenKind.DOLLAR_BRACE : n == '(' ? TokenKind.DOLLAR_PAREN : '$',
              n == '{' || n == '(' ? 2 : 1);
      case '#' -> hash(n);
      case '{' ->
          add(
              n == '{' ? TokenKind.BRACES : n == '%' ? TokenKind.BRACE_PERCENT : '{',
              n == '{' || n == '%' ? 2 : 1);
      case '}' -> add(n == '}' ? TokenKind.END_BRACES : '}', n == '}' ? 2 : 1);
      case '%' -> percent(n);
      case '<' -> less(n);
      case '>' ->
          add(
              n == '=' ? TokenKind.AT_LEAST : n == '>' ? TokenKind.GT_GT : '>',
              n == '=' || n == '>' ? 2 : 1);
      case '@' -> add(n == '@' ? TokenKind.AT_AT : '@', n == '@' ? 2 : 1);
      case ':' -> colon(n);
      case '(' -> add(n == ')' ? TokenKind.PARENS : '(', n == ')' ? 2 : 1);
      case '[' -> bracket(n);
      default -> add(c, 1);
    }
    if (out.count > index) {
      out.shape[index] = MarkShape.of(in, c, start, at);
      commandPlace = CommandPlace.isBehind(out.kind[index]) && !closesBackticks(index);
    }
  }

  /** Returns whether a backtick ends what the one before it began: no command follows then. */
  private boolean closesBackticks(int index) {
    if (out.kind[index] != '`') {
      return false;
    }
    backtickOpen = !backtickOpen;
    return !backtickOpen && MarkShape.isBlank(in.at(at)) && !MarkShape.isBlank(in.chars[at - 2]);
  }

  private void dash(char n) {
    if (n == '-') {
      if (in.at(at + 2) == '>') {
        add(TokenKind.CLOSE_HTML_COMMENT, 3);
        return;
      }
      add(TokenKind.DASHES, 2);
      at = CommentLexer.lineEnd(in, at);
    } else {
      add(n == '>' ? TokenKind.ARROW : '-', n == '>' ? 2 : 1);
    }
  }

  /** A {@code #} that ends its line, but does not begin it, is a comment in SQL. */
  private void hash(char n) {
    if (n == '\n' && at > 0 && in.chars[at - 1] != '\n' && at + 2 < in.length) {
      out.comments++;
      at += 2;
    } else {
      add(n == '{' ? TokenKind.HASH_BRACE : '#', n == '{' ? 2 : 1);
    }
  }

  private void slash(char n) {
    if (n == '*') {
      blockComment();
    } else if (n == '/') {
      int i = at + 2;
      while (in.at(i) == '/') {
        i++;
      }
      add(TokenKind.SLASHES, i - at >= RUN_MIN ? i - at : 2);
    } else {
      add('/', 1);
    }
  }

  /** Skips a closed comment; what MySQL runs is read as if no comment were there. */
  private void blockComment() {
    if (in.at(at + 2) == '!') {
      out.runComments++;
      runsComment = true;
      at = CommentLexer.runMarkEnd(in, at);
      return;
    }
    int end = CommentLexer.blockEnd(in, at);
    if (end == at) {
      add(TokenKind.OPEN_COMMENT, 2);
      return;
    }
    out.comments++;
    if (at > 0 && Characters.isWordPart(in.chars[at - 1]) && Characters.isWordPart(in.at(end))) {
      out.splittingComments++;
    }
    at = end;
  }

  private void star(char n) {
    if (n == '/' && runsComment) {
      runsComment = false;
      at += 2;
    } else {
      char kind = n == '/' ? TokenKind.CLOSE_COMMENT : n == '{' ? TokenKind.STAR_BRACE : '*';
      add(kind, kind == '*' ? 1 : 2);
    }
  }

  /** An operator in brackets, {@code [$ne]}, and not a template in them, {@code [[${x}]]}. */
  private void bracket(char n) {
    boolean isOperator = n == '$' && in.at(at + 2) != '{' && in.at(at + 2) != '(';
    add(isOperator ? TokenKind.BRACKET_DOLLAR : '[', isOperator ? 2 : 1);
  }

  private void dots() {
    int i = at + 1;
    while (in.at(i) == '.') {
      i++;
    }
    int length = i - at;
    add(
        length == 1
            ? '.'
            : length == 2 ? TokenKind.DOTS2 : length >= RUN_MIN ? TokenKind.RUN : TokenKind.DOTS3,
        length);
  }

  private void less(char n) {
    switch (n) {
      case '/' -> add(TokenKind.LT_SLASH, 2);
      case '!' -> {
        boolean comment = in.at(at + 2) == '-' && in.at(at + 3) == '-';
        add(comment ? TokenKind.OPEN_HTML_COMMENT : TokenKind.LT_BANG, comment ? 4 : 2);
      }
      case '?' -> add(TokenKind.LT_QUERY, 2);
      case '%' -> add(TokenKind.LT_PERCENT, 2);
      case '>' -> add(TokenKind.UNEQUAL, 2);
      case '=' -> add(TokenKind.AT_LEAST, 2);
      case '<' -> add(TokenKind.LT_LT, 2);
      default -> add('<', 1);
    }
  }

  private void percent(char n) {
    switch (n) {
      case '}' -> add(TokenKind.PERCENT_BRACE, 2);
      case '>' -> add(TokenKind.PERCENT_GT, 2);
      case '{' -> add(TokenKind.PERCENT_OPEN, 2);
      default -> add('%', 1);
    }
  }

  private void colon(char n) {
    if (n == '/' && in.at(at + 2) == '/') {
      add(TokenKind.SCHEME, 3);
    } else {
      add(n == ':' ? TokenKind.COLONS : ':', n == ':' ? 2 : 1);
    }
  }
}
