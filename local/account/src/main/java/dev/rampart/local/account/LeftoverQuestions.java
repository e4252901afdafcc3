package dev.rampart.local.account;

import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.NotFoundException;

/** Asks what an earlier stack of the same name left behind, in the way of a new one. */
final class LeftoverQuestions {
  private static final String WHY =
      "it outlived an earlier stack, and a new one cannot make another of that name: remove it,"
          + " or import it into the new stack";

  private LeftoverQuestions() {}

  static List<PreflightQuestion> all() {
    return List.of(
        new PreflightQuestion(
            "leftover-logs", WHY, List.of("logs:DescribeLogGroups"), LeftoverQuestions::logGroups),
        new PreflightQuestion(
            "leftover-alias", WHY, List.of("kms:DescribeKey"), LeftoverQuestions::aliases));
  }

  private static AccountAnswer logGroups(PreflightContext at) {
    if (at.isThere()) {
      return AccountAnswer.ok("the stack has its log groups");
    }
    List<String> found = new ArrayList<>();
    for (Resource group : at.planned().ofType("AWS::Logs::LogGroup")) {
      String name = group.text("LogGroupName", "");
      if (!name.isEmpty() && exists(at.clients().logs(), name)) {
        found.add(name);
      }
    }
    return found.isEmpty()
        ? AccountAnswer.ok("no log group is in the way")
        : at.inTheWay(
            "in the way: " + String.join(", ", found),
            String.join(
                " && ",
                found.stream()
                    .map(name -> at.aws("logs delete-log-group --log-group-name " + name))
                    .toList()));
  }

  private static boolean exists(CloudWatchLogsClient client, String name) {
    return client
        .describeLogGroupsPaginator(request -> request.logGroupNamePrefix(name))
        .logGroups()
        .stream()
        .anyMatch(group -> group.logGroupName().equals(name));
  }

  private static AccountAnswer aliases(PreflightContext at) {
    if (at.isThere()) {
      return AccountAnswer.ok("the stack has its alias");
    }
    for (Resource alias : at.planned().ofType("AWS::KMS::Alias")) {
      String name = alias.text("AliasName", "");
      try {
        DescribeKeyResponse key = at.clients().kms().describeKey(request -> request.keyId(name));
        return at.inTheWay(
            name + " names the key " + key.keyMetadata().keyId(),
            at.aws("kms delete-alias --alias-name " + name));
      } catch (NotFoundException _) {
        // As it should be.
      }
    }
    return AccountAnswer.ok("no alias is in the way");
  }
}
