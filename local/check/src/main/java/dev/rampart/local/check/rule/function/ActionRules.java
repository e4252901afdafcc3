package dev.rampart.local.check.rule.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What roles may do, and on what. */
final class ActionRules {
  private static final String ANY = "*";
  private static final Set<String> STREAM_ACTIONS =
      Set.of("dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream");
  private static final String LIST_STREAMS = "dynamodb:ListStreams";
  // The first has no resources; the second tells of composite alarms only whoever may ask for all.
  private static final Set<String> UNBOUND =
      Set.of("cloudwatch:getmetricdata", "cloudwatch:describealarms");
  private static final Map<String, String> KINDS =
      Map.of(
          "dynamodb", Types.TABLE,
          "events", Types.BUS,
          "kms", Types.KEY,
          "logs", Types.LOG_GROUP,
          "secretsmanager", Types.SECRET,
          "sns", Types.TOPIC,
          "sqs", Types.QUEUE,
          "wafv2", "AWS::WAFv2::IPSet");
  // They change what the template declares, read everything, or hand rights on.
  private static final Set<String> BROAD =
      Set.of(
          ("dynamodb:createtable dynamodb:deletetable dynamodb:exporttabletopointintime"
                  + " dynamodb:partiqldelete dynamodb:partiqlinsert dynamodb:partiqlselect"
                  + " dynamodb:partiqlupdate dynamodb:putresourcepolicy dynamodb:scan"
                  + " dynamodb:updatetable dynamodb:updatecontinuousbackups"
                  + " events:deleterule events:disablerule events:putpermission events:putrule"
                  + " events:puttargets kms:creategrant kms:disablekey kms:putkeypolicy"
                  + " kms:schedulekeydeletion lambda:addpermission"
                  + " lambda:updatefunctioncode lambda:updatefunctionconfiguration"
                  + " logs:createloggroup logs:deleteloggroup logs:deletelogstream"
                  + " logs:deletesubscriptionfilter logs:putresourcepolicy"
                  + " logs:putretentionpolicy secretsmanager:deletesecret"
                  + " secretsmanager:putresourcepolicy secretsmanager:putsecretvalue"
                  + " sns:addpermission sns:settopicattributes sqs:addpermission sqs:purgequeue"
                  + " sqs:setqueueattributes wafv2:deleteipset wafv2:deletewebacl"
                  + " wafv2:disassociatewebacl wafv2:updatewebacl")
              .split(" ", -1));
  private static final Set<String> NEVER = Set.of("iam", "sts", "organizations", "cloudformation");

  private ActionRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "IAM-04",
            "No role is allowed all but something",
            "NotAction and NotResource grant whatever AWS adds",
            "Action and Resource with what is needed",
            ActionRules::plain),
        PostureRule.must(
            "IAM-05",
            "No role has an action with a wildcard",
            "it grants what nobody listed, and whatever AWS adds",
            "list each action",
            ActionRules::noWildcardAction),
        PostureRule.must(
            "IAM-06",
            "A function may act on resources of the template alone; X-Ray and the reading of"
                + " metrics and alarms have none",
            "a wildcard reaches everything in the account",
            "Resource: !GetAtt a resource of the template",
            ActionRules::noWildcardResource),
        PostureRule.must(
            "IAM-07",
            "Each action exists",
            "a misspelt action grants nothing, and the function fails when it needs it",
            "correct the name; if its service is not listed, add the service to SERVICES in"
                + " .ci/template/iam_actions.py and run it",
            ActionRules::exist),
        PostureRule.must(
            "IAM-08",
            "Each action is for a resource of its own service: a table, an index that exists or a"
                + " stream for DynamoDB, and so on",
            "it grants nothing, or more than it seems to",
            "Resource: !GetAtt a resource of the kind that the action is for",
            ActionRules::ownKind),
        PostureRule.must(
            "IAM-09",
            "No function has a broad or administrative action",
            "whoever gets into the function could change what protects it",
            "remove the action",
            ActionRules::notBroad));
  }

  private static Stream<Statement> ofAllRoles(CheckedTemplate subject) {
    return subject.ofType(Types.ROLE).stream()
        .flatMap(role -> PolicyStatements.ofRole(subject, role).stream());
  }

  private static List<Statement> ofFunctions(CheckedTemplate subject) {
    return LambdaFunctions.roles(subject).stream()
        .flatMap(role -> PolicyStatements.ofRole(subject, role).stream())
        .toList();
  }

  private static void plain(CheckedTemplate subject, Examination seen) {
    ofAllRoles(subject).forEach(statement -> seen.expect(statement.isPlain(), Place.of(statement)));
  }

  private static void noWildcardAction(CheckedTemplate subject, Examination seen) {
    ofAllRoles(subject)
        .forEach(
            statement ->
                seen.expect(
                    statement.actions().stream()
                        .noneMatch(action -> action.contains(ANY) || action.contains("?")),
                    Place.of(statement)));
  }

  private static void noWildcardResource(CheckedTemplate subject, Examination seen) {
    for (Statement statement : ofFunctions(subject)) {
      boolean boundless =
          !statement.actions().isEmpty()
              && statement.actions().stream().allMatch(ActionRules::isBoundless);
      boolean listsStreams = statement.hasActions(LIST_STREAMS);
      boolean holds =
          Json.texts(statement.node().path("Resource")).stream()
              .allMatch(
                  resource ->
                      resource.equals(ANY)
                          ? boundless
                          : !Symbol.in(resource).isEmpty()
                              && !resource.contains("?")
                              && (listsStreams || !resource.contains(ANY)));
      seen.expect(holds && !statement.resources().isEmpty(), Place.of(statement));
    }
  }

  private static boolean isBoundless(String action) {
    return action.startsWith("xray:") || UNBOUND.contains(action.toLowerCase(Locale.ROOT));
  }

  private static void exist(CheckedTemplate subject, Examination seen) {
    ofAllRoles(subject)
        .forEach(
            statement -> {
              for (String action : statement.actions()) {
                Place place = Place.of(statement).within(action);
                boolean known = IamActions.knowsService(action);
                seen.expect(
                    IamActions.exists(action),
                    known ? place : place.within("(its service is not listed)"));
              }
            });
  }

  private static void ownKind(CheckedTemplate subject, Examination seen) {
    for (Statement statement : ofFunctions(subject)) {
      for (String action : statement.actions()) {
        for (JsonNode resource : statement.resources()) {
          seen.expect(
              resource.asText().equals(ANY) || isOwnKind(subject, action, resource),
              Place.of(statement).within(action));
        }
      }
    }
  }

  private static boolean isOwnKind(CheckedTemplate subject, String action, JsonNode resource) {
    String kind = KINDS.getOrDefault(IamActions.service(action), "");
    return subject
        .target(resource)
        .filter(target -> target.type().equals(kind))
        .filter(target -> forms(target, action).contains(resource.asText()))
        .isPresent();
  }

  /** What a statement may call a resource. */
  private static List<String> forms(Resource target, String action) {
    String arn = new Symbol(target.logicalId(), "Arn").toString();
    if (STREAM_ACTIONS.contains(action)) {
      return List.of(new Symbol(target.logicalId(), "StreamArn").toString());
    }
    if (action.equals(LIST_STREAMS)) {
      return List.of(arn + "/stream/*");
    }
    Stream<String> whole = Stream.of(arn, target.physical().ref());
    Stream<String> indexes =
        Stream.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")
            .flatMap(list -> Json.list(target.property(list)).stream())
            .map(index -> arn + "/index/" + index.path("IndexName").asText());
    return Stream.concat(whole, indexes).toList();
  }

  private static void notBroad(CheckedTemplate subject, Examination seen) {
    for (Statement statement : ofFunctions(subject)) {
      for (String action : statement.actions()) {
        seen.expect(
            !BROAD.contains(action.toLowerCase(Locale.ROOT))
                && !NEVER.contains(IamActions.service(action)),
            Place.of(statement).within(action));
      }
    }
  }
}
