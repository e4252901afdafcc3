package dev.rampart.local.check.rule.function;

import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What binds the grants of a function to its task. Conditions are compared as a whole: an operator
 * that also holds without the key, a missing test for the key and a further value are all faults.
 */
final class ConditionRules {
  private static final String EACH_EQUALS = "ForAllValues:StringEquals";
  private static final String EACH_LIKE = "ForAllValues:StringLike";
  private static final String EQUALS = "StringEquals";
  private static final String SOURCE = "events:source";
  private static final String TYPE = "events:detail-type";
  private static final String KEYS = "dynamodb:leadingkeys";
  private static final String VIA = "kms:viaservice";
  private static final Set<String> WITHOUT_KEYS =
      Set.of(
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:DescribeStream",
          "dynamodb:ListStreams");
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9.-]+");
  // A kind of items and then anything, or one shape of a fixed length.
  private static final Pattern KEY_PREFIX =
      Pattern.compile("[A-Za-z]{2,}#([A-Za-z]{2,}(#\\*)?|\\*)");
  // A UUID of which one character at least is given; "?" alone would also match other kinds.
  private static final Pattern KEY_SHAPE =
      Pattern.compile("(?=.*[A-Za-z0-9])[A-Za-z0-9?]{8}(-[A-Za-z0-9?]{4}){3}-[A-Za-z0-9?]{12}");
  private static final Pattern SERVICE = Pattern.compile("([a-z]+)\\.[a-z0-9-]+\\.amazonaws\\.com");

  private ConditionRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "IAM-10",
            "A function publishes events of its own source and types alone, and no other function"
                + " has that source",
            "a function could forge the events of another; a plain StringEquals on these keys of"
                + " many values does not do what it says",
            "Condition: {ForAllValues:StringEquals: {events:source: …, events:detail-type: […]},"
                + " Null: {events:source: 'false', events:detail-type: 'false'}}",
            ConditionRules::publishers),
        PostureRule.should(
            "IAM-11",
            "A function uses the key only by way of services that it uses",
            "it could decrypt whatever it gets hold of",
            "Condition: {StringEquals: {kms:ViaService: service.region.amazonaws.com of services"
                + " that the role has actions of}}",
            ConditionRules::keyUse),
        PostureRule.must(
            "IAM-16",
            "A function reaches items by kinds of partition keys, and nothing without a key",
            "a fault in one function would open the items of all",
            "Condition: {ForAllValues:StringLike: {dynamodb:LeadingKeys: 'KIND#*'},"
                + " Null: {dynamodb:LeadingKeys: 'false'}}",
            ConditionRules::items));
  }

  private static void publishers(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Map<String, Resource> owners = new LinkedHashMap<>();
    for (Resource role : LambdaFunctions.roles(subject)) {
      for (Statement statement : with(subject, role, action -> action.startsWith("events:"))) {
        List<String> source = values(statement, EACH_EQUALS, SOURCE);
        List<String> types = values(statement, EACH_EQUALS, TYPE);
        boolean bound =
            source.size() == 1
                && areLiteral(source)
                && !types.isEmpty()
                && areLiteral(types)
                && statement.hasConditions(
                    new Statement.Test(EACH_EQUALS, SOURCE, source),
                    new Statement.Test(EACH_EQUALS, TYPE, types),
                    new Statement.Test("Null", SOURCE, "false"),
                    new Statement.Test("Null", TYPE, "false"));
        boolean own =
            source.stream().allMatch(name -> owners.computeIfAbsent(name, _ -> role).equals(role));
        seen.expect(bound && own, Place.of(statement));
      }
    }
  }

  private static void keyUse(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource role : LambdaFunctions.roles(subject)) {
      Set<String> used =
          PolicyStatements.ofRole(subject, role).stream()
              .flatMap(statement -> statement.actions().stream())
              .map(IamActions::service)
              .collect(Collectors.toSet());
      for (Statement statement : with(subject, role, action -> action.startsWith("kms:"))) {
        List<String> via = values(statement, EQUALS, VIA);
        boolean bound =
            !via.isEmpty()
                && via.stream().allMatch(service -> isUsed(service, used))
                && statement.hasConditions(new Statement.Test(EQUALS, VIA, via));
        seen.expect(bound, Place.of(statement));
      }
    }
  }

  private static boolean isUsed(String endpoint, Set<String> services) {
    Matcher service = SERVICE.matcher(endpoint);
    return service.matches() && services.contains(service.group(1));
  }

  private static void items(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource role : LambdaFunctions.roles(subject)) {
      for (Statement statement :
          with(
              subject,
              role,
              action -> action.startsWith("dynamodb:") && !WITHOUT_KEYS.contains(action))) {
        List<String> keys = values(statement, EACH_LIKE, KEYS);
        boolean bound =
            !keys.isEmpty()
                && keys.stream().allMatch(ConditionRules::isKind)
                && statement.hasConditions(
                    new Statement.Test(EACH_LIKE, KEYS, keys),
                    new Statement.Test("Null", KEYS, "false"));
        seen.expect(bound, Place.of(statement));
      }
    }
  }

  private static boolean isKind(String key) {
    return KEY_PREFIX.matcher(key).matches() || KEY_SHAPE.matcher(key).matches();
  }

  private static boolean areLiteral(List<String> values) {
    return values.stream().allMatch(value -> LITERAL.matcher(value).matches());
  }

  private static List<Statement> with(
      CheckedTemplate subject, Resource role, Predicate<String> action) {
    return PolicyStatements.ofRole(subject, role).stream()
        .filter(
            statement ->
                statement.actions().stream()
                    .map(
                        name ->
                            IamActions.service(name) + ':' + name.substring(name.indexOf(':') + 1))
                    .anyMatch(action))
        .toList();
  }

  /** The values of one test; none if the statement does not make it. */
  private static List<String> values(Statement statement, String operator, String key) {
    return statement.conditions().stream()
        .filter(test -> test.operator().equals(operator) && test.key().equals(key))
        .flatMap(test -> test.values().stream())
        .toList();
  }
}
