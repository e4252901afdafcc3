package dev.rampart.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a template grants what no run uses: {@code Metadata.UnusedGrants}, with {@code action@Role},
 * or {@code action} for all roles; several actions may stand in one key, with spaces between.
 */
final class UnusedReasons {
  private static final String SECTION = "UnusedGrants";
  // Enough for a sentence, as the waivers of the rules.
  private static final int REASON_CHARS_MIN = 20;

  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, Boolean> excusing = new LinkedHashMap<>();

  UnusedReasons(Template template) {
    for (Map.Entry<String, JsonNode> written :
        template.section("Metadata").path(SECTION).properties()) {
      String key = written.getKey();
      int at = key.indexOf('@');
      String role = at < 0 ? "" : key.substring(at);
      for (String action : (at < 0 ? key : key.substring(0, at)).split(" +", -1)) {
        reasons.put(action + role, written.getValue().asText());
        excusing.put(action + role, false);
      }
    }
  }

  /** Returns the reason for a grant; empty if there is none. */
  String of(String action, String role, boolean used) {
    String own = action + "@" + role;
    String key = reasons.containsKey(own) ? own : action;
    if (!used) {
      var _ = excusing.computeIfPresent(key, (_, _) -> true);
    }
    return reasons.getOrDefault(key, "");
  }

  /** Returns what is wrong, once all grants were looked at. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    excusing.forEach(
        (key, excuses) -> {
          if (!excuses) {
            faults.add(SECTION + " " + key + ": it is used, or not granted; remove it");
          } else if (reasons.getOrDefault(key, "").length() < REASON_CHARS_MIN) {
            faults.add(SECTION + " " + key + ": it gives no reason; write why in a sentence");
          }
        });
    return faults;
  }
}
