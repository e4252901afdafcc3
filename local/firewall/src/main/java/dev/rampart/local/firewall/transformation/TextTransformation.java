package dev.rampart.local.firewall.transformation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The text transformations of AWS WAF (Developer Guide, "Using text transformations in AWS WAF"),
 * over text with one character for each byte. None fails, whatever the text: what is not encoded
 * stays as it is.
 */
public enum TextTransformation {
  NONE(text -> text),
  BASE64_DECODE(Base64Text::decode),
  BASE64_DECODE_EXT(Base64Text::decodeForgiving),
  CMD_LINE(CommandLine::normalize),
  COMPRESS_WHITE_SPACE(WhiteSpace::compress),
  CSS_DECODE(EscapeText::css),
  ESCAPE_SEQ_DECODE(EscapeText::ansiC),
  HEX_DECODE(HexText::decode),
  HTML_ENTITY_DECODE(HtmlText::decode),
  JS_DECODE(EscapeText::javaScript),
  LOWERCASE(TextTransformation::lowercase),
  MD5(HexText::md5),
  NORMALIZE_PATH(PathText::normalize),
  NORMALIZE_PATH_WIN(text -> PathText.normalize(text.replace('\\', '/'))),
  REMOVE_NULLS(text -> text.replace("\0", "")),
  REPLACE_COMMENTS(WhiteSpace::replaceComments),
  REPLACE_NULLS(text -> text.replace('\0', ' ')),
  SQL_HEX_DECODE(HexText::decodeSql),
  URL_DECODE(UrlText::decode),
  URL_DECODE_UNI(UrlText::decodeWithUnicode),
  UTF8_TO_UNICODE(UrlText::utf8ToUnicode);

  private static final Map<String, TextTransformation> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, each -> each));

  /** Each is a function without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<String> rewriting;

  TextTransformation(UnaryOperator<String> rewriting) {
    this.rewriting = rewriting;
  }

  /** Returns all of them by AWS's name. */
  public static Map<String, TextTransformation> byName() {
    return BY_NAME;
  }

  /** Returns the text rewritten. */
  public String apply(String text) {
    return text.isEmpty() && this != MD5 ? text : rewriting.apply(text);
  }

  /** Changes ASCII alone: other characters are single bytes of something longer. */
  private static String lowercase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return asciiLowercase(text);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String asciiLowercase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c + 32));
      }
    }
    return lower.toString();
  }
}
