package dev.rampart.domain.inspection.token;

/**
 * What a token is. A mark alone is its own ASCII code (33 to 126); everything else has a number
 * here, words with a meaning of their own (see {@link Vocabulary}) from {@link #WORDS} on. Numbers
 * and no enum, since the grammars switch over marks and kinds together. A kind's number goes into
 * the features, so changing one means learning the weights anew.
 */
public final class TokenKind {
  public static final int START = 1;
  public static final int END = 2;
  public static final int WORD = 3;
  public static final int NUMBER = 4;
  public static final int HEX = 5;

  /** The same character 48 times or more. */
  public static final int RUN = 6;

  /** A number in a form that only databases read, such as {@code 1.e}. */
  public static final int ODD_NUMBER = 9;

  public static final int LINE = 8;

  public static final int DASHES = 130;
  public static final int OPEN_COMMENT = 131;
  public static final int CLOSE_COMMENT = 132;
  public static final int OR_MARK = 133;
  public static final int AND_MARK = 134;
  public static final int UNEQUAL = 135;
  public static final int AT_LEAST = 136;
  public static final int DOTS2 = 137;
  public static final int DOTS3 = 138;
  public static final int DOLLAR_BRACE = 139;
  public static final int HASH_BRACE = 140;
  public static final int BRACES = 141;
  public static final int END_BRACES = 142;
  public static final int BRACE_PERCENT = 143;
  public static final int PERCENT_BRACE = 144;
  public static final int LT_PERCENT = 145;
  public static final int PERCENT_GT = 146;
  public static final int DOLLAR_PAREN = 147;
  public static final int SCHEME = 148;
  public static final int SLASHES = 149;
  public static final int LT_SLASH = 150;
  public static final int LT_BANG = 151;
  public static final int LT_QUERY = 152;
  public static final int OPEN_HTML_COMMENT = 153;
  public static final int CLOSE_HTML_COMMENT = 154;
  public static final int AT_AT = 155;
  public static final int COLONS = 156;
  public static final int LT_LT = 157;
  public static final int GT_GT = 158;
  public static final int ARROW = 159;
  public static final int EQUALS2 = 160;
  public static final int PARENS = 161;
  public static final int STAR_BRACE = 163;
  public static final int BRACKET_DOLLAR = 164;
  public static final int PERCENT_OPEN = 165;

  /** An event handler attribute that browsers know; one that only looks like it. */
  public static final int EVENT = 180;

  public static final int EVENT_LIKE = 181;
  public static final int TAG = 182;
  public static final int ACTIVE_TAG = 183;
  public static final int SCRIPT_TAG = 184;
  public static final int OTHER_TAG = 185;
  public static final int COMMAND = 186;
  public static final int SHELL = 187;
  public static final int MONGO = 188;

  /** A tag that only formats, such as {@code b}. */
  public static final int FORMATTING_TAG = 189;

  /** A command whose name is a word of everyday English, such as {@code more}. */
  public static final int ENGLISH_COMMAND = 190;

  /** What ends a compound command: {@code done}, {@code fi}, {@code esac}. */
  public static final int SHELL_CLOSE = 191;

  /** {@code while} and {@code until}, where a command may start. */
  public static final int SHELL_LOOP = 192;

  /** The first bytes of a serialized object, in Base64 or hexadecimal. */
  public static final int OBJECT_STREAM = 193;

  /**
   * A command that builds, packs, filters or watches: what people quote to each other, and of
   * little use to somebody who has just broken in.
   */
  public static final int TOOL = 194;

  /** The first kind of words with a meaning of their own. */
  public static final int WORDS = 200;

  public static final int SELECT = 200;
  public static final int UNION = 201;
  public static final int FROM = 202;
  public static final int WHERE = 203;
  public static final int AND = 204;
  public static final int OR = 205;
  public static final int NOT = 206;
  public static final int LIKE = 207;
  public static final int IN = 208;
  public static final int IS = 209;
  public static final int BETWEEN = 210;
  public static final int NULL = 211;
  public static final int HAVING = 212;
  public static final int ORDER = 213;
  public static final int GROUP = 214;
  public static final int BY = 215;
  public static final int LIMIT = 216;
  public static final int INTO = 217;
  public static final int OUTFILE = 218;
  public static final int ALL = 219;
  public static final int AS = 220;
  public static final int CASE = 221;
  public static final int WHEN = 222;
  public static final int THEN = 223;
  public static final int EXISTS = 224;
  public static final int IF = 225;
  public static final int SET = 226;
  public static final int VALUES = 227;
  public static final int TABLE = 228;
  public static final int INSERT = 229;
  public static final int UPDATE = 230;
  public static final int DELETE = 231;
  public static final int DROP = 232;
  public static final int CREATE = 233;
  public static final int EXEC = 234;
  public static final int DECLARE = 235;
  public static final int WAITFOR = 236;
  public static final int DELAY = 237;
  public static final int SQL_TIME = 238;
  public static final int SQL_FUNCTION = 239;
  public static final int SQL_CATALOGUE = 240;
  public static final int SQL_PROCEDURE = 241;
  public static final int SQL_TYPE = 242;
  public static final int SQL_VERB = 243;
  public static final int TRUE = 244;
  public static final int JOIN = 245;
  public static final int SQL_FUNCTION_WORD = 246;
  public static final int PROCEDURE = 247;
  public static final int ASC = 248;
  public static final int END_WORD = 249;
  public static final int DO = 250;
  public static final int DETACH = 251;

  public static final int JS_DIALOG = 260;
  public static final int JS_EVAL = 261;
  public static final int JS_OBJECT = 262;
  public static final int JS_MEMBER = 263;
  public static final int JS_WORD = 264;
  public static final int SCRIPT_SCHEME = 265;
  public static final int DATA_SCHEME = 266;
  public static final int CSS = 267;
  public static final int URL_ATTRIBUTE = 268;
  public static final int STYLE = 269;

  public static final int CODE_EXEC = 280;
  public static final int SHELL_WORD = 281;
  public static final int BATCH = 282;

  /** Top folders that hold the system: {@code etc}, {@code proc}. */
  public static final int PATH_ROOT = 290;

  public static final int PATH_SECRET = 291;
  public static final int PATH_WINDOWS = 292;
  public static final int PATH_LOG = 293;
  public static final int BIN = 294;
  public static final int EXTENSION = 295;

  /** Top folders where users and programs keep files: {@code home}, {@code var}. */
  public static final int PATH_PLACE = 296;

  /** Files that only configure: {@code hosts}, {@code nginx}. */
  public static final int PATH_CONFIG = 298;

  /** Folders of Windows where users keep files. */
  public static final int PATH_DESKTOP = 299;

  /** The second half of {@code WEB-INF} and {@code META-INF}. */
  public static final int PATH_INF = 297;

  public static final int WEB_SCHEME = 300;
  public static final int ODD_SCHEME = 301;
  public static final int LOCAL_HOST = 302;
  public static final int METADATA = 303;
  public static final int INTERNAL = 304;

  public static final int LDAP_ATTRIBUTE = 310;
  public static final int JNDI = 311;
  public static final int JNDI_LOOKUP = 312;
  public static final int DUNDER = 313;
  public static final int TEMPLATE_WORD = 314;
  public static final int JAVA_WORD = 315;
  public static final int ENTITY = 316;
  public static final int DOCTYPE = 317;
  public static final int SYSTEM = 318;
  public static final int CDATA = 319;
  public static final int PROTO = 320;
  public static final int HEADER = 321;
  public static final int INCLUDE = 323;
  public static final int THIS = 324;
  public static final int RETURN = 325;
  public static final int FUNCTION = 326;
  public static final int PHP = 327;

  /** Classes and markers that only serialized objects of an attack name. */
  public static final int GADGET = 328;

  /** How a Python pickle names a module whose functions run programs. */
  public static final int PICKLE_MODULE = 329;

  /** Functions of a spreadsheet that reach outside of it. */
  public static final int FORMULA = 330;

  public static final int GRAPH_SCHEMA = 331;
  public static final int GRAPH_MATCH = 332;
  public static final int GRAPH_YIELD = 333;
  public static final int GRAPH_MUTATION = 334;

  public static final int XML = 335;

  /** One more than the largest. */
  public static final int COUNT = 336;

  private TokenKind() {}

  /** Returns whether the kind is a word of SQL that is no function's or table's name. */
  public static boolean isSql(int kind) {
    return kind >= SELECT && kind < JS_DIALOG;
  }

  /** Returns whether the kind is a quote: single, double or a backtick. */
  public static boolean isQuote(int kind) {
    return kind == '\'' || kind == '"' || kind == '`';
  }

  /** Returns whether the kind is a number in any form. */
  public static boolean isNumber(int kind) {
    return kind == NUMBER || kind == HEX || kind == ODD_NUMBER;
  }

  /** Returns whether the kind is a word, of the vocabulary or not. */
  public static boolean isWord(int kind) {
    return kind == WORD || kind >= WORDS;
  }
}
