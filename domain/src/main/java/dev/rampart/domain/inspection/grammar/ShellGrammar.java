package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** A command spliced into a command line, or code that starts one. */
final class ShellGrammar {

  private static final int OPTION_TOKENS_MAX = 10;
  private static final int BRACES_TOKENS_MAX = 12;

  private ShellGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case ';', '|', TokenKind.OR_MARK, TokenKind.AND_MARK, TokenKind.LINE ->
          ShellChain.read(t, i, found);
      case '&' -> {
        ShellChain.read(t, i, found);
        callOperator(t, i, found);
      }
      case '.' -> callOperator(t, i, found);
      case TokenKind.SHELL_CLOSE -> ShellCompound.close(t, i, found);
      case TokenKind.FUNCTION -> {
        if (TokenKind.isWord(next) && t.at(i + 2) == '{') {
          found.add(Indicator.SHELL_FUNCTION, i, i + 2);
        }
      }
      case TokenKind.COLONS -> {
        if (t.at(i - 1) == ']' && TokenKind.isWord(next) && opensArguments(t.at(i + 2))) {
          found.add(Indicator.SHELL_STATIC, i - 1, i + 2);
        }
      }
      case '\\' -> {
        if (t.at(i - 1) == TokenKind.START
            && ShellTokens.isCommand(next)
            && t.touches(i)
            && endsName(t.at(i + 2))) {
          found.add(Indicator.SHELL_ESCAPED, i, i + 1);
        }
      }
      case '`' -> ShellQuotation.backtick(t, i, found);
      case TokenKind.DOLLAR_PAREN -> found.add(substitution(t, i), i, i + 1);
      case TokenKind.START -> found.addIf(isRunningOption(t), Indicator.SHELL_OPTION, 1, 2);
      case TokenKind.BIN -> {
        if ((next == '/' && t.touches(i) && TokenKind.isWord(t.at(i + 2)))
            || (next == '/' && ShellTokens.isCommand(t.at(i + 2)))) {
          found.add(Indicator.SHELL_BINARY, i - 1, i + 2);
        }
      }
      case TokenKind.COMMAND, TokenKind.ENGLISH_COMMAND, TokenKind.TOOL, TokenKind.SHELL ->
          command(t, i, found);
      case TokenKind.PARENS -> {
        if (next == '{') {
          function(t, i, found);
        }
      }
      case TokenKind.LT_LT, '>', TokenKind.GT_GT -> redirect(t, i, found);
      case '<' -> {
        if (next == '(' && t.touches(i)) {
          found.add(Indicator.SHELL_SUBSTITUTION, i, i + 1);
        }
      }
      case TokenKind.BATCH -> {
        if (t.at(i - 1) == TokenKind.IF
            || t.at(i - 2) == TokenKind.IF
            || t.at(i - 3) == TokenKind.IF
            || t.at(i - 4) == TokenKind.IF
            || t.at(i - 1) == '"'
            || t.at(i - 1) == ')') {
          found.add(Indicator.SHELL_BATCH, i - 1, i + 1);
        }
      }
      case TokenKind.IF -> {
        int operand = t.at(i + 1) == TokenKind.NOT ? i + 2 : i + 1;
        if ((t.at(operand) == '"' || t.at(operand) == '(') && t.at(operand + 1) == '%') {
          found.add(Indicator.SHELL_BATCH, i, i + 3);
        }
      }
      case TokenKind.SHELL_WORD -> {
        if (t.at(i - 1) == '$' || t.at(i - 1) == '%' || t.at(i - 1) == TokenKind.DOLLAR_BRACE) {
          found.add(Indicator.SHELL_EXPANSION, i - 1, i);
        }
      }
      case '$' -> {
        boolean isQuote = next == '\'' && t.touches(i) && t.touches(i + 1);
        if (isQuote || next == '@' || next == '*' || (next == TokenKind.WORD && t.touches(i))) {
          found.add(Indicator.SHELL_EXPANSION, i, i + 1);
        }
      }
      case '{' -> {
        braces(t, i, found);
        if ((ShellTokens.isCommand(next) && t.at(i + 2) == ',') || next == ',') {
          found.add(Indicator.SHELL_EXPANSION, i, i + 2);
        }
      }
      case '?', '*' -> {
        if (t.at(i - 1) == '/' && TokenKind.isWord(next) && t.touches(i) && t.at(i + 2) != '=') {
          found.add(Indicator.SHELL_EXPANSION, i - 1, i + 1);
        }
      }
      case '%' -> {
        if (t.at(i - 1) == TokenKind.COMMAND
            || (next == '%' && TokenKind.isWord(t.at(i + 2)))
            || t.at(i + 2) == TokenKind.IN) {
          found.add(Indicator.SHELL_FOR, i - 1, i + 1);
        }
      }
      case TokenKind.CODE_EXEC, TokenKind.JS_EVAL, TokenKind.EXEC, TokenKind.SYSTEM ->
          code(t, i, found);
      case TokenKind.PATH_WINDOWS -> {
        if (next == '(') {
          code(t, i, found);
        }
      }
      case TokenKind.LT_QUERY -> {
        if (next == TokenKind.PHP || next == '=') {
          found.add(Indicator.CODE_PHP, i, i + 1);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Tells {@code $(id)} from {@code $(this)}, which a page's script writes all the time. */
  private static Indicator substitution(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    boolean runs =
        ShellTokens.isCommand(next)
            || next == '/'
            || next == '<'
            || next == '('
            || next == '`'
            || next == '$'
            || next == TokenKind.DOLLAR_PAREN
            || next == TokenKind.EXEC
            || next == TokenKind.IF;
    return runs ? Indicator.SHELL_SUBSTITUTION : Indicator.SHELL_SUBSTITUTION_LIKE;
  }

  /** Reads the parentheses and the brace of a function; programs name theirs within a line. */
  private static void function(TokenBuffer t, int i, Indicators found) {
    if (t.at(i - 1) != TokenKind.WORD) {
      found.addIf(t.at(i - 1) != TokenKind.FUNCTION, Indicator.SHELL_FUNCTION, i, i + 2);
      return;
    }
    int first = t.at(i - 2) == TokenKind.FUNCTION ? i - 3 : i - 2;
    boolean begins = t.at(first) == TokenKind.START || ShellTokens.isSeparator(t.at(first));
    found.addIf(begins, Indicator.SHELL_FUNCTION_NAMED, i - 1, i + 2);
  }

  /** Returns whether the value is an option that a program runs: {@code --upload-pack=id}. */
  private static boolean isRunningOption(TokenBuffer t) {
    if ((t.at(1) != '-' && t.at(1) != TokenKind.DASHES) || !t.touches(1)) {
      return false;
    }
    int i = 2;
    while (i < OPTION_TOKENS_MAX && (TokenKind.isWord(t.at(i)) || t.at(i) == '-') && t.touches(i)) {
      i++;
    }
    int value = t.at(i) == '=' && t.at(i + 1) == '"' ? i + 2 : i + 1;
    return t.at(i) == '=' && (ShellTokens.isCommand(t.at(value)) || t.at(value) == '/');
  }

  /** PowerShell's ways to run what an expression names: {@code & 'id'}, {@code . {…}}. */
  private static void callOperator(TokenBuffer t, int i, Indicators found) {
    int before = t.at(i - 1);
    if (before != TokenKind.START
        && before != '('
        && before != '{'
        && !ShellTokens.isSeparator(before)) {
      return;
    }
    boolean isDot = t.kind[i] == '.';
    boolean runs =
        switch (t.at(i + 1)) {
          case '\'', '"', '(', '{', '$', TokenKind.DOLLAR_PAREN -> true;
          default -> false;
        };
    if (runs && !(isDot && t.touches(i)) && !LdapGrammar.joins(t, i)) {
      found.add(Indicator.SHELL_CALL, i, i + 1);
    }
  }

  private static boolean opensArguments(int kind) {
    return kind == '(' || kind == TokenKind.PARENS;
  }

  /** What stands behind the whole name of a command. */
  private static boolean endsName(int kind) {
    return kind == TokenKind.END
        || ShellTokens.isSeparator(kind)
        || kind == '-'
        || kind == '/'
        || kind == '$';
  }

  private static void command(TokenBuffer t, int i, Indicators found) {
    if (ShellTokens.isPartOfName(t, i)) {
      return;
    }
    int before = t.at(i - 1);
    if (before == TokenKind.START
        && ShellTokens.isSeparator(t.at(i + 1))
        && t.at(i + 2) != TokenKind.END) {
      found.add(Indicator.SHELL_SEQUENCE, i, i + 2);
    }
    if (before == TokenKind.START || (before == TokenKind.LINE && i == 2)) {
      found.add(Indicator.SHELL_START, i, i + 1);
    } else if (before == '/' && t.at(i - 2) == TokenKind.BIN) {
      found.add(Indicator.SHELL_BINARY, i - 2, i);
    } else if ((before == '\'' || before == '"' || before == '(') && !t.opensQuotedWord(i - 1)) {
      found.add(Indicator.SHELL_CHAIN_WORD, i - 1, i);
    }
  }

  /** Finds a command's name that the shell expands: {@code c{a,oun}t}. */
  private static void braces(TokenBuffer t, int i, Indicators found) {
    int name = t.at(i - 1);
    int before = t.at(i - 2);
    if (!(TokenKind.isWord(name) || ShellTokens.isCommand(name))
        || !(before == TokenKind.START || ShellTokens.isSeparator(before))) {
      return;
    }
    int j = i;
    boolean lists = false;
    while (j < i + BRACES_TOKENS_MAX && t.touches(j - 1) && t.at(j) != '}') {
      lists |= t.at(j) == ',';
      j++;
    }
    found.addIf(lists && t.at(j) == '}' && t.touches(j - 1), Indicator.SHELL_BRACES, i - 1, j);
  }

  private static void redirect(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    if ((next == '<' && t.touches(i))
        || next == '/'
        || (next == '&' && TokenKind.isNumber(t.at(i + 2)))
        || next == TokenKind.SLASHES) {
      found.add(Indicator.SHELL_REDIRECT, i, i + 2);
    }
  }

  private static void code(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    if (next == '(' || next == TokenKind.PARENS || next == '.') {
      found.add(Indicator.CODE_CALL, i, i + 1);
    }
  }
}
