package dev.rampart.domain.inspection;

/**
 * What a token is. Marks are their own ASCII code (33 to 126); everything else is numbered from
 * here. Words of the {@link Vocabulary vocabulary} come after {@link #WORDS}.
 */
final class Kind {
  static final int START = 1;
  static final int END = 2;
  static final int WORD = 3;
  static final int NUMBER = 4;
  static final int HEX = 5;

  /** The same character 48 times or more. */
  static final int RUN = 6;

  /** A number in a form that only databases read, such as {@code 1.e}. */
  static final int ODD_NUMBER = 9;

  static final int LINE = 8;

  static final int DASHES = 130;
  static final int OPEN_COMMENT = 131;
  static final int CLOSE_COMMENT = 132;
  static final int OR_MARK = 133;
  static final int AND_MARK = 134;
  static final int UNEQUAL = 135;
  static final int AT_LEAST = 136;
  static final int DOTS2 = 137;
  static final int DOTS3 = 138;
  static final int DOLLAR_BRACE = 139;
  static final int HASH_BRACE = 140;
  static final int BRACES = 141;
  static final int END_BRACES = 142;
  static final int BRACE_PERCENT = 143;
  static final int PERCENT_BRACE = 144;
  static final int LT_PERCENT = 145;
  static final int PERCENT_GT = 146;
  static final int DOLLAR_PAREN = 147;
  static final int SCHEME = 148;
  static final int SLASHES = 149;
  static final int LT_SLASH = 150;
  static final int LT_BANG = 151;
  static final int LT_QUERY = 152;
  static final int OPEN_HTML_COMMENT = 153;
  static final int CLOSE_HTML_COMMENT = 154;
  static final int AT_AT = 155;
  static final int COLONS = 156;
  static final int LT_LT = 157;
  static final int GT_GT = 158;
  static final int ARROW = 159;
  static final int EQUALS2 = 160;
  static final int PARENS = 161;
  static final int STAR_BRACE = 163;
  static final int BRACKET_DOLLAR = 164;
  static final int PERCENT_OPEN = 165;

  /** An event handler attribute that browsers know; one that only looks like it. */
  static final int EVENT = 180;

  static final int EVENT_LIKE = 181;
  static final int TAG = 182;
  static final int ACTIVE_TAG = 183;
  static final int SCRIPT_TAG = 184;
  static final int OTHER_TAG = 185;
  static final int COMMAND = 186;
  static final int SHELL = 187;
  static final int MONGO = 188;

  /** A tag that only formats, such as {@code b}. */
  static final int FORMATTING_TAG = 189;

  /** A command whose name is a word of everyday English, such as {@code more}. */
  static final int ENGLISH_COMMAND = 190;

  /** What ends a compound command: {@code done}, {@code fi}, {@code esac}. */
  static final int SHELL_CLOSE = 191;

  /** {@code while} and {@code until}, where a command may start. */
  static final int SHELL_LOOP = 192;

  /** The first bytes of a serialized object, in Base64 or hexadecimal. */
  static final int OBJECT_STREAM = 193;

  /**
   * A command that builds, packs, filters or watches: what people quote to each other, and of
   * little use to somebody who has just broken in.
   */
  static final int TOOL = 194;

  /** Words with a meaning of their own, see {@link Vocabulary}. */
  static final int WORDS = 200;

  static final int SELECT = 200;
  static final int UNION = 201;
  static final int FROM = 202;
  static final int WHERE = 203;
  static final int AND = 204;
  static final int OR = 205;
  static final int NOT = 206;
  static final int LIKE = 207;
  static final int IN = 208;
  static final int IS = 209;
  static final int BETWEEN = 210;
  static final int NULL = 211;
  static final int HAVING = 212;
  static final int ORDER = 213;
  static final int GROUP = 214;
  static final int BY = 215;
  static final int LIMIT = 216;
  static final int INTO = 217;
  static final int OUTFILE = 218;
  static final int ALL = 219;
  static final int AS = 220;
  static final int CASE = 221;
  static final int WHEN = 222;
  static final int THEN = 223;
  static final int EXISTS = 224;
  static final int IF = 225;
  static final int SET = 226;
  static final int VALUES = 227;
  static final int TABLE = 228;
  static final int INSERT = 229;
  static final int UPDATE = 230;
  static final int DELETE = 231;
  static final int DROP = 232;
  static final int CREATE = 233;
  static final int EXEC = 234;
  static final int DECLARE = 235;
  static final int WAITFOR = 236;
  static final int DELAY = 237;
  static final int SQL_TIME = 238;
  static final int SQL_FUNCTION = 239;
  static final int SQL_CATALOGUE = 240;
  static final int SQL_PROCEDURE = 241;
  static final int SQL_TYPE = 242;
  static final int SQL_VERB = 243;
  static final int TRUE = 244;
  static final int JOIN = 245;
  static final int SQL_FUNCTION_WORD = 246;
  static final int PROCEDURE = 247;
  static final int ASC = 248;
  static final int END_WORD = 249;
  static final int DO = 250;
  static final int DETACH = 251;

  static final int JS_DIALOG = 260;
  static final int JS_EVAL = 261;
  static final int JS_OBJECT = 262;
  static final int JS_MEMBER = 263;
  static final int JS_WORD = 264;
  static final int SCRIPT_SCHEME = 265;
  static final int DATA_SCHEME = 266;
  static final int CSS = 267;
  static final int URL_ATTRIBUTE = 268;
  static final int STYLE = 269;

  static final int CODE_EXEC = 280;
  static final int SHELL_WORD = 281;
  static final int BATCH = 282;

  /** Top folders that hold the system: {@code etc}, {@code proc}. */
  static final int PATH_ROOT = 290;

  static final int PATH_SECRET = 291;
  static final int PATH_WINDOWS = 292;
  static final int PATH_LOG = 293;
  static final int BIN = 294;
  static final int EXTENSION = 295;

  /** Top folders where users and programs keep files: {@code home}, {@code var}. */
  static final int PATH_PLACE = 296;

  /** Files that only configure: {@code hosts}, {@code nginx}. */
  static final int PATH_CONFIG = 298;

  /** Folders of Windows where users keep files. */
  static final int PATH_DESKTOP = 299;

  /** The second half of {@code WEB-INF} and {@code META-INF}. */
  static final int PATH_INF = 297;

  static final int WEB_SCHEME = 300;
  static final int ODD_SCHEME = 301;
  static final int LOCAL_HOST = 302;
  static final int METADATA = 303;
  static final int INTERNAL = 304;

  static final int LDAP_ATTRIBUTE = 310;
  static final int JNDI = 311;
  static final int JNDI_LOOKUP = 312;
  static final int DUNDER = 313;
  static final int TEMPLATE_WORD = 314;
  static final int JAVA_WORD = 315;
  static final int ENTITY = 316;
  static final int DOCTYPE = 317;
  static final int SYSTEM = 318;
  static final int CDATA = 319;
  static final int PROTO = 320;
  static final int HEADER = 321;
  static final int INCLUDE = 323;
  static final int THIS = 324;
  static final int RETURN = 325;
  static final int FUNCTION = 326;
  static final int PHP = 327;

  /** Classes and markers that only serialized objects of an attack name. */
  static final int GADGET = 328;

  /** How a Python pickle names a module whose functions run programs. */
  static final int PICKLE_MODULE = 329;

  /** Functions of a spreadsheet that reach outside of it. */
  static final int FORMULA = 330;

  static final int GRAPH_SCHEMA = 331;
  static final int GRAPH_MATCH = 332;
  static final int GRAPH_YIELD = 333;
  static final int GRAPH_MUTATION = 334;

  static final int XML = 335;

  /** One more than the largest. */
  static final int COUNT = 336;

  /** Whether the kind is a word of SQL that is no function's or table's name. */
  static boolean isSql(int kind) {
    return kind >= SELECT && kind < JS_DIALOG;
  }

  private Kind() {}
}
