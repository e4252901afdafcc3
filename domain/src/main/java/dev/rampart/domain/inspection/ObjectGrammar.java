package dev.rampart.domain.inspection;

/**
 * Serialized objects that a program would bring to life: streams of bytes, PHP, YAML tags, pickles,
 * and the classes whose only use in a value is to run something.
 */
final class ObjectGrammar {

  private ObjectGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    switch (t.kind[i]) {
      case Kind.OBJECT_STREAM -> f.add(Sign.OBJECT_STREAM, i, i);
      case ':' -> f.addIf(isPhp(t, i), Sign.OBJECT_PHP, i - 1, i + 3);
      case '!' -> f.addIf(isYamlTag(t, i), Sign.OBJECT_YAML, i, i + 2);
      case '/' -> f.addIf(isJsonPickle(t, i), Sign.OBJECT_PICKLE, i - 2, i + 2);
      case Kind.PICKLE_MODULE -> f.addIf(isPickle(t, i), Sign.OBJECT_PICKLE, i, i + 2);
      case Kind.GADGET -> f.addIf(isReached(t, i), Sign.OBJECT_GADGET, i - 1, i);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** {@code O:8:"stdClass"} and {@code C:11:"ArrayObject"}: a length and a name of a class. */
  private static boolean isPhp(Tokens t, int i) {
    if (t.end[i - 1] - t.start[i - 1] != 1 || !t.touches(i - 1)) {
      return false;
    }
    char letter = t.layer.text[t.start[i - 1]];
    int length = t.at(i + 1) == '+' ? i + 2 : i + 1;
    return (letter == 'o' || letter == 'c')
        && t.at(length) == Kind.NUMBER
        && t.at(length + 1) == ':'
        && Tokens.isQuote(t.at(length + 2))
        && t.touches(i)
        && t.touches(length)
        && t.touches(length + 1);
  }

  /** {@code !!python/object}, {@code !!javax.script}, {@code !ruby/object:}: a path, not a type. */
  private static boolean isYamlTag(Tokens t, int i) {
    if (t.touches(i - 1) && t.at(i - 1) != '[' && t.at(i - 1) != Kind.START) {
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
    return Tokens.isWord(kind) || kind == Kind.SHELL || kind == Kind.COMMAND;
  }

  /** A member by which jsonpickle names what it makes: {@code "py/object"}. */
  private static boolean isJsonPickle(Tokens t, int i) {
    return t.at(i - 2) == '"'
        && t.at(i + 2) == '"'
        && Tokens.isWord(t.at(i + 1))
        && t.touches(i - 2)
        && t.touches(i - 1)
        && t.touches(i)
        && t.end[i - 1] - t.start[i - 1] == 2
        && t.layer.text[t.start[i - 1]] == 'p'
        && t.layer.text[t.start[i - 1] + 1] == 'y';
  }

  /** A module and a function that runs something, each on a line of its own. */
  private static boolean isPickle(Tokens t, int i) {
    return t.at(i + 1) == Kind.LINE
        && switch (t.at(i + 2)) {
          case Kind.CODE_EXEC, Kind.JS_EVAL, Kind.EXEC, Kind.SHELL -> true;
          default -> false;
        };
  }

  private static boolean isReached(Tokens t, int i) {
    int before = t.at(i - 1);
    return t.touches(i - 1) && (before == '.' || before == '$' || Tokens.isQuote(before));
  }
}
