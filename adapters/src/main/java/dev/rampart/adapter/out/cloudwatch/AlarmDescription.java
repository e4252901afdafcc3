package dev.rampart.adapter.out.cloudwatch;

import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DisplayText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the description of an alarm says: {@code Words (docs/runbooks/page.md)}.
 *
 * @param title the words
 * @param runbook the path; empty if it ends otherwise
 */
record AlarmDescription(String title, Optional<String> runbook) {
  private static final Pattern PATH = Pattern.compile("docs/runbooks/[a-z0-9-]{1,64}\\.md");

  static AlarmDescription of(String description) {
    String text = DisplayText.of(description, AlarmReport.TEXT_LENGTH_MAX);
    int open = text.lastIndexOf('(');
    if (open >= 0 && text.endsWith(")")) {
      String path = text.substring(open + 1, text.length() - 1);
      if (PATH.matcher(path).matches()) {
        return new AlarmDescription(text.substring(0, open).strip(), Optional.of(path));
      }
    }
    return new AlarmDescription(text, Optional.empty());
  }
}
