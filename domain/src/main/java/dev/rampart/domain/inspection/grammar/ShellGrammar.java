package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** A command spliced into a command line, or code that starts one. */
final class ShellGrammar {

  private static final int PREFIXES_MAX = 6;
  private static final int OPTION_TOKENS_MAX = 10;
  private static final int BRACES_TOKENS_MAX = 12;

  private ShellGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case ';', '|', TokenKind.OR_MARK, TokenKind.AND_MARK, TokenKind.LINE -> chain(t, i, found);
      case '&' -> {
        chain(t, i, found);
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
            && isCommand(next)
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
            || (next == '/' && isCommand(t.at(i + 2)))) {
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
        if ((isCommand(next) && t.at(i + 2) == ',') || next == ',') {
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
        isCommand(next)
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
    boolean begins = t.at(first) == TokenKind.START || isSeparator(t.at(first));
    found.addIf(begins, Indicator.SHELL_FUNCTION_NAMED, i - 1, i + 2);
  }

  /** Whether the value is an option that a program runs: {@code --upload-pack=id}. */
  private static boolean isRunningOption(TokenBuffer t) {
    if ((t.at(1) != '-' && t.at(1) != TokenKind.DASHES) || !t.touches(1)) {
      return false;
    }
    int i = 2;
    while (i < OPTION_TOKENS_MAX && (TokenKind.isWord(t.at(i)) || t.at(i) == '-') && t.touches(i)) {
      i++;
    }
    int value = t.at(i) == '=' && t.at(i + 1) == '"' ? i + 2 : i + 1;
    return t.at(i) == '=' && (isCommand(t.at(value)) || t.at(value) == '/');
  }

  /** PowerShell's ways to run what an expression names: {@code & 'id'}, {@code . {…}}. */
  private static void callOperator(TokenBuffer t, int i, Indicators found) {
    int before = t.at(i - 1);
    if (before != TokenKind.START && before != '(' && before != '{' && !isSeparator(before)) {
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

  /** {@code ./x} and {@code .\x}. */
  private static boolean isLocalProgram(TokenBuffer t, int i) {
    int name = t.at(i) == '/' ? i + 1 : i;
    return (t.at(name - 1) == '\\' || t.at(name - 1) == '/')
        && t.at(name - 2) == '.'
        && TokenKind.isWord(t.at(name))
        && t.touches(name - 1)
        && t.touches(name - 2);
  }

  private static boolean opensArguments(int kind) {
    return kind == '(' || kind == TokenKind.PARENS;
  }

  /** What stands behind the whole name of a command. */
  private static boolean endsName(int kind) {
    return kind == TokenKind.END || isSeparator(kind) || kind == '-' || kind == '/' || kind == '$';
  }

  static boolean isCommand(int kind) {
    return kind == TokenKind.COMMAND
        || kind == TokenKind.ENGLISH_COMMAND
        || kind == TokenKind.TOOL
        || kind == TokenKind.SHELL;
  }

  private static void chain(TokenBuffer t, int i, Indicators found) {
    if (isEntity(t, i) || isAlternation(t, i) || LdapGrammar.joins(t, i)) {
      return;
    }
    int j = i + 1;
    while (j < i + PREFIXES_MAX && isPrefix(t.at(j))) {
      j++;
    }
    int kind = t.at(j);
    if (isCommand(kind)) {
      if (!isName(t, j)) {
        chained(t, i, j, found);
      }
    } else if ((kind == '/' && isRooted(t.at(j + 1)))
        || kind == '`'
        || kind == TokenKind.DOLLAR_PAREN) {
      add(t, found, Indicator.SHELL_CHAIN, i, j + 1);
    } else if (ShellCompound.isVariable(t, j)) {
      add(t, found, Indicator.SHELL_VARIABLE, i, j + 1);
    } else if (isLocalProgram(t, j)) {
      add(t, found, Indicator.SHELL_LOCAL, i, j + 1);
    } else if (TokenKind.isWord(kind) && t.touches(i) && t.kind[i] != TokenKind.LINE) {
      add(t, found, Indicator.SHELL_CHAIN_WORD, i, j);
    }
    if (kind == TokenKind.END && i > 1 && t.kind[i] != TokenKind.LINE && t.kind[i] != ';') {
      found.add(Indicator.SHELL_PIPE_END, i, i);
    }
  }

  /** A command after a separator counts for more where its arguments look like some. */
  private static void chained(TokenBuffer t, int i, int j, Indicators found) {
    int after = t.at(j + 1);
    if (after == TokenKind.END || isSeparator(after) || after == '`' || after == ')') {
      boolean english = t.kind[j] == TokenKind.ENGLISH_COMMAND && !t.touches(i);
      add(t, found, english ? Indicator.SHELL_CHAIN_SOFT : Indicator.SHELL_ALONE, i, j + 1);
    } else if (after == '-'
        || after == '/'
        || after == '$'
        || after == '\\'
        || after == '%'
        || after == TokenKind.DASHES
        || after == '*'
        || (after == '.' && !t.touches(j))
        || after == '"'
        || after == '\''
        || after == '>'
        || after == '<'
        || after == TokenKind.LT_LT
        || after == TokenKind.DOLLAR_BRACE
        || after == TokenKind.DOLLAR_PAREN
        || after == TokenKind.NUMBER
        || after == TokenKind.WEB_SCHEME
        || isCommand(after)) {
      add(t, found, Indicator.SHELL_CHAIN, i, j + 1);
    } else {
      add(t, found, Indicator.SHELL_CHAIN_SOFT, i, j);
    }
  }

  /** Adds a indicator; a lesser one where the command line is quoted in prose. */
  private static void add(TokenBuffer t, Indicators found, Indicator indicator, int i, int last) {
    found.add(i < t.quotationEnd ? Indicator.SHELL_QUOTED_CHAIN : indicator, i, last);
  }

  /** Whether the mark begins or ends an HTML entity and separates nothing. */
  private static boolean isEntity(TokenBuffer t, int i) {
    int first = t.kind[i] == ';' ? i - 2 : i;
    return t.at(first) == '&'
        && t.at(first + 1) == TokenKind.WORD
        && t.at(first + 2) == ';'
        && t.touches(first)
        && t.touches(first + 1);
  }

  /** Whether a bar stands between words in parentheses, as in {@code (com|org)}. */
  private static boolean isAlternation(TokenBuffer t, int i) {
    int after = t.at(i + 2);
    return t.kind[i] == '|'
        && TokenKind.isWord(t.at(i - 1))
        && TokenKind.isWord(t.at(i + 1))
        && t.touches(i - 1)
        && t.touches(i)
        && t.touches(i + 1)
        && (after == ')' || after == '|');
  }

  static boolean isSeparator(int kind) {
    return switch (kind) {
      case ';', '|', '&', TokenKind.OR_MARK, TokenKind.AND_MARK, TokenKind.LINE -> true;
      default -> false;
    };
  }

  private static boolean isRooted(int kind) {
    return kind == TokenKind.BIN
        || kind == TokenKind.PATH_ROOT
        || kind == TokenKind.PATH_PLACE
        || kind == '?';
  }

  private static boolean isPrefix(int kind) {
    return switch (kind) {
      case '+',
          '\\',
          '(',
          '{',
          '"',
          '\'',
          ';',
          '|',
          '&',
          '@',
          '.',
          '!',
          TokenKind.DO,
          TokenKind.THEN ->
          true;
      default -> false;
    };
  }

  private static void command(TokenBuffer t, int i, Indicators found) {
    if (isName(t, i)) {
      return;
    }
    int before = t.at(i - 1);
    if (before == TokenKind.START && isSeparator(t.at(i + 1)) && t.at(i + 2) != TokenKind.END) {
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

  /** A name that the shell spells out, where a command stands: {@code c{a,oun}t}. */
  private static void braces(TokenBuffer t, int i, Indicators found) {
    int name = t.at(i - 1);
    int before = t.at(i - 2);
    if (!(TokenKind.isWord(name) || isCommand(name))
        || !(before == TokenKind.START || isSeparator(before))) {
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

  /** Whether a command's name is part of a longer one: {@code node.js}. */
  private static boolean isName(TokenBuffer t, int i) {
    int part = t.at(i + 2);
    return t.at(i + 1) == '.'
        && t.touches(i)
        && part != TokenKind.EXTENSION
        && part != TokenKind.NUMBER;
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
