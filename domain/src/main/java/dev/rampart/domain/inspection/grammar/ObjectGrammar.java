package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/**
 * Serialized objects that a program would bring to life: streams of bytes, PHP, YAML tags, pickles,
 * and the classes whose only use in a value is to run something.
 */
final class ObjectGrammar {

  private ObjectGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    switch (t.kind[i]) {
      case TokenKind.OBJECT_STREAM -> found.add(Indicator.OBJECT_STREAM, i, i);
      case ':' -> found.addIf(isPhp(t, i), Indicator.OBJECT_PHP, i - 1, i + 3);
      case '!' -> found.addIf(isYamlTag(t, i), Indicator.OBJECT_YAML, i, i + 2);
      case '/' -> found.addIf(isJsonPickle(t, i), Indicator.OBJECT_PICKLE, i - 2, i + 2);
      case TokenKind.PICKLE_MODULE ->
          found.addIf(isPickle(t, i), Indicator.OBJECT_PICKLE, i, i + 2);
      case TokenKind.GADGET -> found.addIf(isReached(t, i), Indicator.OBJECT_GADGET, i - 1, i);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@code O:8:"stdClass"} and {@code C:11:"ArrayObject"}: a length and a name of a class. */
  private static boolean isPhp(TokenBuffer t, int i) {
    if (t.length(i - 1) != 1 || !t.touches(i - 1)) {
      return false;
    }
    char letter = t.firstChar(i - 1);
    int length = t.at(i + 1) == '+' ? i + 2 : i + 1;
    return (letter == 'o' || letter == 'c')
        && t.at(length) == TokenKind.NUMBER
        && t.at(length + 1) == ':'
        && TokenKind.isQuote(t.at(length + 2))
        && t.touches(i)
        && t.touches(length)
        && t.touches(length + 1);
  }

  /** {@code !!python/object}, {@code !!javax.script}, {@code !ruby/object:}: a path, not a type. */
  private static boolean isYamlTag(TokenBuffer t, int i) {
    if (t.touches(i - 1) && t.at(i - 1) != '[' && t.at(i - 1) != TokenKind.START) {
      return false;
    }
    int name = t.at(i + 1) == '!' ? i + 2 : i + 1;
    boolean isJava = name == i + 2 && t.at(name + 1) == '.';
    return isName(t.at(name))
        && t.touches(i)
        && t.touches(name - 1)
        && t.touches(name)
        && t.touches(name + 1)
        && isName(t.at(name + 2))
        && (isJava || t.at(name + 1) == '/')
        && (name == i + 2 || t.at(name + 3) == ':');
  }

  private static boolean isName(int kind) {
    return TokenKind.isWord(kind) || kind == TokenKind.SHELL || kind == TokenKind.COMMAND;
  }

  /**
   * Returns whether it is a member by which jsonpickle names what it makes: {@code "py/object"}.
   */
  private static boolean isJsonPickle(TokenBuffer t, int i) {
    return t.at(i - 2) == '"'
        && t.at(i + 2) == '"'
        && TokenKind.isWord(t.at(i + 1))
        && t.touches(i - 2)
        && t.touches(i - 1)
        && t.touches(i)
        && t.length(i - 1) == 2
        && t.firstChar(i - 1) == 'p'
        && t.text.chars[t.start[i - 1] + 1] == 'y';
  }

  /** Returns whether it is a module and a function that runs something, each on its own line. */
  private static boolean isPickle(TokenBuffer t, int i) {
    return t.at(i + 1) == TokenKind.LINE
        && switch (t.at(i + 2)) {
          case TokenKind.CODE_EXEC, TokenKind.JS_EVAL, TokenKind.EXEC, TokenKind.SHELL -> true;
          default -> false;
        };
  }

  private static boolean isReached(TokenBuffer t, int i) {
    int before = t.at(i - 1);
    return t.touches(i - 1) && (before == '.' || before == '$' || TokenKind.isQuote(before));
  }
}
