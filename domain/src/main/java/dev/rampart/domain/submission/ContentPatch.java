package dev.rampart.domain.submission;

import dev.rampart.domain.common.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of some members of a {@link Content}; empty members stay as they are.
 *
 * @param tags all tags after the change
 */
public record ContentPatch(
    Optional<String> title,
    Optional<String> description,
    Optional<Category> category,
    Optional<EmailAddress> contactEmail,
    Optional<List<String>> tags,
    Details details) {

  public ContentPatch {
    tags = tags.map(List::copyOf);
  }

  /**
   * A change of the details.
   *
   * @param cleared whether all details are removed before the changes are made
   * @param changes by name, in the order of the caller: the new value, or empty to remove the
   *     detail
   */
  public record Details(boolean cleared, Map<String, Optional<String>> changes) {
    /** All details stay as they are. */
    public static final Details UNCHANGED = new Details(false, Map.of());

    /** All details are removed. */
    public static final Details CLEARED = new Details(true, Map.of());

    private Map<String, String> applyTo(Map<String, String> details) {
      Map<String, String> changed = new LinkedHashMap<>();
      if (!cleared) {
        changed.putAll(details);
      }
      changes.forEach(
          (name, value) ->
              value.ifPresentOrElse(text -> changed.put(name, text), () -> changed.remove(name)));
      return changed;
    }
  }

  /**
   * Returns the changed content; empty if it would have more than {@value Content#DETAILS_MAX}
   * details.
   */
  public Optional<Content> applyTo(Content content) {
    Map<String, String> changed = details.applyTo(content.details());
    if (changed.size() > Content.DETAILS_MAX) {
      return Optional.empty();
    }
    return Optional.of(
        new Content(
            title.orElse(content.title()),
            description.orElse(content.description()),
            category.orElse(content.category()),
            contactEmail.orElse(content.contactEmail()),
            tags.orElse(content.tags()),
            changed));
  }

  /** Hides the text: it stays out of logs. */
  @Override
  public String toString() {
    return "ContentPatch[***]";
  }
}
