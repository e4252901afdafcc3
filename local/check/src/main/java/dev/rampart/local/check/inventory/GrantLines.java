package dev.rampart.local.check.inventory;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One line for each statement of each policy, and for each role who may take it on. */
final class GrantLines {
  private GrantLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource role : subject.ofType(Types.ROLE)) {
      PolicyStatements.trust(role).forEach(statement -> lines.add("trust " + line(statement)));
      Json.texts(role.property("ManagedPolicyArns"))
          .forEach(arn -> lines.add(role.logicalId() + " has the policy " + arn));
    }
    PolicyStatements.all(subject).forEach(statement -> lines.add(line(statement)));
    return lines;
  }

  private static String line(Statement statement) {
    StringBuilder line = new StringBuilder(statement.holder().logicalId());
    line.append(": ").append(statement.node().path("Effect").asText().toLowerCase(Locale.ROOT));
    part(line, " ", statement.principals());
    part(line, " not ", Json.texts(statement.node().path("NotPrincipal")));
    part(line, " to ", statement.actions());
    part(line, " to anything but ", Json.texts(statement.node().path("NotAction")));
    part(line, " on ", Json.texts(statement.node().path("Resource")));
    part(line, " on anything but ", Json.texts(statement.node().path("NotResource")));
    part(line, " if ", statement.conditions().stream().map(GrantLines::test).toList());
    return line.toString();
  }

  private static String test(Statement.Test test) {
    return test.operator() + " " + test.key() + " " + String.join("|", test.values());
  }

  private static void part(StringBuilder line, String introduction, List<String> values) {
    if (!values.isEmpty()) {
      line.append(introduction)
          .append(new TreeSet<>(values).stream().collect(Collectors.joining(", ")));
    }
  }
}
