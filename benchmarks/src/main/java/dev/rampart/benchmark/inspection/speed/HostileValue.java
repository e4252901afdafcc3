package dev.rampart.benchmark.inspection.speed;

/** Values made to make a reader slow: one piece again and again, or many levels of nesting. */
public enum HostileValue {
  LESS("<"),
  SLASH("/"),
  QUOTE("'"),
  DOUBLE_QUOTE("\""),
  EXPRESSION("${"),
  COMMENT("<!--"),
  PARENTHESIS("("),
  ENCODED_PERCENT("%25"),
  ENTITY("&#"),
  CLIMB("../"),
  WORDS("a "),
  PERCENT("%"),
  BACKTICK("`"),
  BRACES("{{"),
  BACKSLASH("\\"),
  ATTACKS("' or 1=1 -- "),
  MIXTURE("<a href='${{(%27/*"),
  ENCODED_MIXTURE("%2526lt;%5cu0027"),
  VARIABLES("$a"),
  MEMBERS("\"a\":\"b\","),
  COMPARISONS("''=''"),
  NESTED_BRACKETS("{[(", ")]}"),
  NESTED_TAGS("<b ", "</b>"),
  NESTED_LOOKUPS("${lower:", "}"),
  NESTED_STRINGS("\"'$(`", "`)'\"");

  private final String open;
  private final String close;

  HostileValue(String piece) {
    this(piece, "");
  }

  HostileValue(String open, String close) {
    this.open = open;
    this.close = close;
  }

  /** One piece, for people. */
  String piece() {
    return close.isEmpty() ? open : open + " … " + close;
  }

  /** Returns so many characters of it, or a few less. */
  String value(int chars) {
    int count = chars / (open.length() + close.length());
    return open.repeat(count) + close.repeat(count);
  }
}
