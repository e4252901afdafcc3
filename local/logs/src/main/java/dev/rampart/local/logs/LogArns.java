package dev.rampart.local.logs;

import dev.rampart.local.logs.group.LogGroup;
import dev.rampart.local.template.PseudoParameters;

/** The ARNs of log groups. */
record LogArns(PseudoParameters stack) {

  String of(LogGroup group) {
    return stack.arn("logs", "log-group:" + group.name());
  }

  /** Returns the ARN under which IAM knows what is in a group. */
  String ofLines(LogGroup group) {
    return of(group) + ":*";
  }

  String ofStream(LogGroup group, String stream) {
    return of(group) + ":log-stream:" + stream;
  }
}
