package dev.rampart.domain.inspection;

/** A command spliced into a command line, or code that starts one. */
final class ShellGrammar {

  private static final int PREFIXES_MAX = 6;
  private static final int OPTION_TOKENS_MAX = 10;
  private static final int BRACES_TOKENS_MAX = 12;

  private ShellGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case ';', '|', Kind.OR_MARK, Kind.AND_MARK, Kind.LINE -> chain(t, i, f);
      case '&' -> {
        chain(t, i, f);
        callOperator(t, i, f);
      }
      case '.' -> callOperator(t, i, f);
      case Kind.SHELL_CLOSE -> ShellCompound.close(t, i, f);
      case Kind.FUNCTION -> {
        if (Tokens.isWord(next) && t.at(i + 2) == '{') {
          f.add(Sign.SHELL_FUNCTION, i, i + 2);
        }
      }
      case Kind.COLONS -> {
        if (t.at(i - 1) == ']' && Tokens.isWord(next) && opensArguments(t.at(i + 2))) {
          f.add(Sign.SHELL_STATIC, i - 1, i + 2);
        }
      }
      case '\\' -> {
        if (t.at(i - 1) == Kind.START && isCommand(next) && t.touches(i) && endsName(t.at(i + 2))) {
          f.add(Sign.SHELL_ESCAPED, i, i + 1);
        }
      }
      case '`' -> ShellQuotation.backtick(t, i, f);
      case Kind.DOLLAR_PAREN -> f.add(substitution(t, i), i, i + 1);
      case Kind.START -> f.addIf(isRunningOption(t), Sign.SHELL_OPTION, 1, 2);
      case Kind.BIN -> {
        if ((next == '/' && t.touches(i) && Tokens.isWord(t.at(i + 2)))
            || (next == '/' && isCommand(t.at(i + 2)))) {
          f.add(Sign.SHELL_BINARY, i - 1, i + 2);
        }
      }
      case Kind.COMMAND, Kind.ENGLISH_COMMAND, Kind.TOOL, Kind.SHELL -> command(t, i, f);
      case Kind.PARENS -> {
        if (next == '{') {
          function(t, i, f);
        }
      }
      case Kind.LT_LT, '>', Kind.GT_GT -> redirect(t, i, f);
      case '<' -> {
        if (next == '(' && t.touches(i)) {
          f.add(Sign.SHELL_SUBSTITUTION, i, i + 1);
        }
      }
      case Kind.BATCH -> {
        if (t.at(i - 1) == Kind.IF
            || t.at(i - 2) == Kind.IF
            || t.at(i - 3) == Kind.IF
            || t.at(i - 4) == Kind.IF
            || t.at(i - 1) == '"'
            || t.at(i - 1) == ')') {
          f.add(Sign.SHELL_BATCH, i - 1, i + 1);
        }
      }
      case Kind.IF -> {
        int operand = t.at(i + 1) == Kind.NOT ? i + 2 : i + 1;
        if ((t.at(operand) == '"' || t.at(operand) == '(') && t.at(operand + 1) == '%') {
          f.add(Sign.SHELL_BATCH, i, i + 3);
        }
      }
      case Kind.SHELL_WORD -> {
        if (t.at(i - 1) == '$' || t.at(i - 1) == '%' || t.at(i - 1) == Kind.DOLLAR_BRACE) {
          f.add(Sign.SHELL_EXPANSION, i - 1, i);
        }
      }
      case '$' -> {
        boolean isQuote = next == '\'' && t.touches(i) && t.touches(i + 1);
        if (isQuote || next == '@' || next == '*' || (next == Kind.WORD && t.touches(i))) {
          f.add(Sign.SHELL_EXPANSION, i, i + 1);
        }
      }
      case '{' -> {
        braces(t, i, f);
        if ((isCommand(next) && t.at(i + 2) == ',') || next == ',') {
          f.add(Sign.SHELL_EXPANSION, i, i + 2);
        }
      }
      case '?', '*' -> {
        if (t.at(i - 1) == '/' && Tokens.isWord(next) && t.touches(i) && t.at(i + 2) != '=') {
          f.add(Sign.SHELL_EXPANSION, i - 1, i + 1);
        }
      }
      case '%' -> {
        if (t.at(i - 1) == Kind.COMMAND
            || (next == '%' && Tokens.isWord(t.at(i + 2)))
            || t.at(i + 2) == Kind.IN) {
          f.add(Sign.SHELL_FOR, i - 1, i + 1);
        }
      }
      case Kind.CODE_EXEC, Kind.JS_EVAL, Kind.EXEC, Kind.SYSTEM -> code(t, i, f);
      case Kind.PATH_WINDOWS -> {
        if (next == '(') {
          code(t, i, f);
        }
      }
      case Kind.LT_QUERY -> {
        if (next == Kind.PHP || next == '=') {
          f.add(Sign.CODE_PHP, i, i + 1);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Tells {@code $(id)} from {@code $(this)}, which a page's script writes all the time. */
  private static Sign substitution(Tokens t, int i) {
    int next = t.at(i + 1);
    boolean runs =
        isCommand(next)
            || next == '/'
            || next == '<'
            || next == '('
            || next == '`'
            || next == '$'
            || next == Kind.DOLLAR_PAREN
            || next == Kind.EXEC
            || next == Kind.IF;
    return runs ? Sign.SHELL_SUBSTITUTION : Sign.SHELL_SUBSTITUTION_LIKE;
  }

  /** Reads the parentheses and the brace of a function; programs name theirs within a line. */
  private static void function(Tokens t, int i, Findings f) {
    if (t.at(i - 1) != Kind.WORD) {
      f.addIf(t.at(i - 1) != Kind.FUNCTION, Sign.SHELL_FUNCTION, i, i + 2);
      return;
    }
    int first = t.at(i - 2) == Kind.FUNCTION ? i - 3 : i - 2;
    boolean begins = t.at(first) == Kind.START || isSeparator(t.at(first));
    f.addIf(begins, Sign.SHELL_FUNCTION_NAMED, i - 1, i + 2);
  }

  /** Whether the value is an option that a program runs: {@code --upload-pack=id}. */
  private static boolean isRunningOption(Tokens t) {
    if ((t.at(1) != '-' && t.at(1) != Kind.DASHES) || !t.touches(1)) {
      return false;
    }
    int i = 2;
    while (i < OPTION_TOKENS_MAX && (Tokens.isWord(t.at(i)) || t.at(i) == '-') && t.touches(i)) {
      i++;
    }
    int value = t.at(i) == '=' && t.at(i + 1) == '"' ? i + 2 : i + 1;
    return t.at(i) == '=' && (isCommand(t.at(value)) || t.at(value) == '/');
  }

  /** PowerShell's ways to run what an expression names: {@code & 'id'}, {@code . {…}}. */
  private static void callOperator(Tokens t, int i, Findings f) {
    int before = t.at(i - 1);
    if (before != Kind.START && before != '(' && before != '{' && !isSeparator(before)) {
      return;
    }
    boolean isDot = t.kind[i] == '.';
    boolean runs =
        switch (t.at(i + 1)) {
          case '\'', '"', '(', '{', '$', Kind.DOLLAR_PAREN -> true;
          default -> false;
        };
    if (runs && !(isDot && t.touches(i)) && !LdapGrammar.joins(t, i)) {
      f.add(Sign.SHELL_CALL, i, i + 1);
    }
  }

  /** {@code ./x} and {@code .\x}. */
  private static boolean isLocalProgram(Tokens t, int i) {
    int name = t.at(i) == '/' ? i + 1 : i;
    return (t.at(name - 1) == '\\' || t.at(name - 1) == '/')
        && t.at(name - 2) == '.'
        && Tokens.isWord(t.at(name))
        && t.touches(name - 1)
        && t.touches(name - 2);
  }

  private static boolean opensArguments(int kind) {
    return kind == '(' || kind == Kind.PARENS;
  }

  /** What stands behind the whole name of a command. */
  private static boolean endsName(int kind) {
    return kind == Kind.END || isSeparator(kind) || kind == '-' || kind == '/' || kind == '$';
  }

  static boolean isCommand(int kind) {
    return kind == Kind.COMMAND
        || kind == Kind.ENGLISH_COMMAND
        || kind == Kind.TOOL
        || kind == Kind.SHELL;
  }

  private static void chain(Tokens t, int i, Findings f) {
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
        chained(t, i, j, f);
      }
    } else if ((kind == '/' && isRooted(t.at(j + 1))) || kind == '`' || kind == Kind.DOLLAR_PAREN) {
      add(t, f, Sign.SHELL_CHAIN, i, j + 1);
    } else if (ShellCompound.isVariable(t, j)) {
      add(t, f, Sign.SHELL_VARIABLE, i, j + 1);
    } else if (isLocalProgram(t, j)) {
      add(t, f, Sign.SHELL_LOCAL, i, j + 1);
    } else if (Tokens.isWord(kind) && t.touches(i) && t.kind[i] != Kind.LINE) {
      add(t, f, Sign.SHELL_CHAIN_WORD, i, j);
    }
    if (kind == Kind.END && i > 1 && t.kind[i] != Kind.LINE && t.kind[i] != ';') {
      f.add(Sign.SHELL_PIPE_END, i, i);
    }
  }

  /** A command after a separator counts for more where its arguments look like some. */
  private static void chained(Tokens t, int i, int j, Findings f) {
    int after = t.at(j + 1);
    if (after == Kind.END || isSeparator(after) || after == '`' || after == ')') {
      boolean english = t.kind[j] == Kind.ENGLISH_COMMAND && !t.touches(i);
      add(t, f, english ? Sign.SHELL_CHAIN_SOFT : Sign.SHELL_ALONE, i, j + 1);
    } else if (after == '-'
        || after == '/'
        || after == '$'
        || after == '\\'
        || after == '%'
        || after == Kind.DASHES
        || after == '*'
        || (after == '.' && !t.touches(j))
        || after == '"'
        || after == '\''
        || after == '>'
        || after == '<'
        || after == Kind.LT_LT
        || after == Kind.DOLLAR_BRACE
        || after == Kind.DOLLAR_PAREN
        || after == Kind.NUMBER
        || after == Kind.WEB_SCHEME
        || isCommand(after)) {
      add(t, f, Sign.SHELL_CHAIN, i, j + 1);
    } else {
      add(t, f, Sign.SHELL_CHAIN_SOFT, i, j);
    }
  }

  /** Adds a sign; a lesser one where the command line is quoted in prose. */
  private static void add(Tokens t, Findings f, Sign sign, int i, int last) {
    f.add(i < t.quotationEnd ? Sign.SHELL_QUOTED_CHAIN : sign, i, last);
  }

  /** Whether the mark begins or ends an HTML entity and separates nothing. */
  private static boolean isEntity(Tokens t, int i) {
    int first = t.kind[i] == ';' ? i - 2 : i;
    return t.at(first) == '&'
        && t.at(first + 1) == Kind.WORD
        && t.at(first + 2) == ';'
        && t.touches(first)
        && t.touches(first + 1);
  }

  /** Whether a bar stands between words in parentheses, as in {@code (com|org)}. */
  private static boolean isAlternation(Tokens t, int i) {
    int after = t.at(i + 2);
    return t.kind[i] == '|'
        && Tokens.isWord(t.at(i - 1))
        && Tokens.isWord(t.at(i + 1))
        && t.touches(i - 1)
        && t.touches(i)
        && t.touches(i + 1)
        && (after == ')' || after == '|');
  }

  static boolean isSeparator(int kind) {
    return switch (kind) {
      case ';', '|', '&', Kind.OR_MARK, Kind.AND_MARK, Kind.LINE -> true;
      default -> false;
    };
  }

  private static boolean isRooted(int kind) {
    return kind == Kind.BIN || kind == Kind.PATH_ROOT || kind == Kind.PATH_PLACE || kind == '?';
  }

  private static boolean isPrefix(int kind) {
    return switch (kind) {
      case '+', '\\', '(', '{', '"', '\'', ';', '|', '&', '@', '.', '!', Kind.DO, Kind.THEN -> true;
      default -> false;
    };
  }

  private static void command(Tokens t, int i, Findings f) {
    if (isName(t, i)) {
      return;
    }
    int before = t.at(i - 1);
    if (before == Kind.START && isSeparator(t.at(i + 1)) && t.at(i + 2) != Kind.END) {
      f.add(Sign.SHELL_SEQUENCE, i, i + 2);
    }
    if (before == Kind.START || (before == Kind.LINE && i == 2)) {
      f.add(Sign.SHELL_START, i, i + 1);
    } else if (before == '/' && t.at(i - 2) == Kind.BIN) {
      f.add(Sign.SHELL_BINARY, i - 2, i);
    } else if ((before == '\'' || before == '"' || before == '(') && !t.opensQuotedWord(i - 1)) {
      f.add(Sign.SHELL_CHAIN_WORD, i - 1, i);
    }
  }

  /** A name that the shell spells out, where a command stands: {@code c{a,oun}t}. */
  private static void braces(Tokens t, int i, Findings f) {
    int name = t.at(i - 1);
    int before = t.at(i - 2);
    if (!(Tokens.isWord(name) || isCommand(name))
        || !(before == Kind.START || isSeparator(before))) {
      return;
    }
    int j = i;
    boolean lists = false;
    while (j < i + BRACES_TOKENS_MAX && t.touches(j - 1) && t.at(j) != '}') {
      lists |= t.at(j) == ',';
      j++;
    }
    f.addIf(lists && t.at(j) == '}' && t.touches(j - 1), Sign.SHELL_BRACES, i - 1, j);
  }

  /** Whether a command's name is part of a longer one: {@code node.js}. */
  private static boolean isName(Tokens t, int i) {
    int part = t.at(i + 2);
    return t.at(i + 1) == '.' && t.touches(i) && part != Kind.EXTENSION && part != Kind.NUMBER;
  }

  private static void redirect(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    if ((next == '<' && t.touches(i))
        || next == '/'
        || (next == '&' && Tokens.isNumber(t.at(i + 2)))
        || next == Kind.SLASHES) {
      f.add(Sign.SHELL_REDIRECT, i, i + 2);
    }
  }

  private static void code(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    if (next == '(' || next == Kind.PARENS || next == '.') {
      f.add(Sign.CODE_CALL, i, i + 1);
    }
  }
}
