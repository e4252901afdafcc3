package dev.rampart.domain.submission;

import dev.rampart.domain.common.Ascii;
import dev.rampart.domain.common.EmailAddress;
import dev.rampart.domain.common.TextRule;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a submission, as its owner wrote it. Adapters take the limits from here and refuse
 * what exceeds them; this type only makes sure that none forgot to.
 *
 * @param title one line, 1 to {@value #TITLE_CODE_POINTS_MAX} code points
 * @param description any lines, 1 to {@value #DESCRIPTION_CODE_POINTS_MAX} code points
 * @param tags at most {@value #TAGS_MAX}, without repeats, each a {@link #isTag}
 * @param details at most {@value #DETAILS_MAX} named texts; the order of the owner is kept
 */
public record Content(
    String title,
    String description,
    Category category,
    EmailAddress contactEmail,
    List<String> tags,
    Map<String, String> details) {
  public static final int TITLE_CODE_POINTS_MAX = 200;
  public static final int DESCRIPTION_CODE_POINTS_MAX = 10_000;
  public static final int TAGS_MAX = 10;
  public static final int TAG_LENGTH_MAX = 32;
  public static final int DETAILS_MAX = 20;
  public static final int DETAIL_NAME_LENGTH_MAX = 64;
  public static final int DETAIL_VALUE_CODE_POINTS_MAX = 1_000;

  /**
   * Copies the collections and refuses what is beyond the limits.
   *
   * @throws IllegalArgumentException naming the member
   */
  public Content {
    tags = List.copyOf(tags);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    require(TextRule.ONE_LINE.violation(title, 1, TITLE_CODE_POINTS_MAX).isEmpty(), "title");
    require(
        TextRule.MULTI_LINE.violation(description, 1, DESCRIPTION_CODE_POINTS_MAX).isEmpty(),
        "description");
    require(tags.size() <= TAGS_MAX && tags.stream().allMatch(Content::isTag), "tags");
    require(new HashSet<>(tags).size() == tags.size(), "tags");
    require(details.size() <= DETAILS_MAX, "details");
    details.forEach(
        (name, value) -> require(isDetailName(name) && isDetailValue(value), "details"));
  }

  /** Returns whether a text can be a tag: lower-case letters, digits and, not first, hyphens. */
  public static boolean isTag(String text) {
    return !text.isEmpty()
        && text.length() <= TAG_LENGTH_MAX
        && text.charAt(0) != '-'
        && text.chars().allMatch(c -> Ascii.isLowerCase(c) || Ascii.isDigit(c) || c == '-');
  }

  /** Returns whether a text can name a detail: a letter, then letters, digits, {@code _ . -}. */
  public static boolean isDetailName(String text) {
    return !text.isEmpty()
        && text.length() <= DETAIL_NAME_LENGTH_MAX
        && Ascii.isLetter(text.charAt(0))
        && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
  }

  private static boolean isDetailValue(String text) {
    return TextRule.MULTI_LINE.violation(text, 0, DETAIL_VALUE_CODE_POINTS_MAX).isEmpty();
  }

  private static void require(boolean holds, String member) {
    if (!holds) {
      throw new IllegalArgumentException(member + " exceeds its limits");
    }
  }

  /** Hides the text: it stays out of logs. */
  @Override
  public String toString() {
    return "Content[***]";
  }
}
