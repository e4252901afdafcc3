package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** DynamoDB tables. */
final class TableRules {
  // A month and some days: the longest that the service offers.
  private static final int RECOVERY_DAYS = 35;
  // The quota that an account has for one table; a ceiling at it or above bounds nothing.
  private static final int REQUEST_UNITS_QUOTA = 40_000;
  private static final String CEILING = "OnDemandThroughput";
  private static final String STREAM = "StreamSpecification";
  private static final Set<String> KEY_TYPES = Set.of("S", "N", "B");
  private static final Set<String> PROJECTIONS = Set.of("ALL", "KEYS_ONLY");

  private TableRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "DDB-01",
            "There is a table",
            "a check that finds no table has checked nothing",
            "declare an AWS::DynamoDB::Table",
            Rules.exists(Types.TABLE)),
        PostureRule.must(
            "DDB-02",
            "Each table can be restored to any second of the last 35 days",
            "a wrong write or a deletion could not be undone",
            "PointInTimeRecoverySpecification:"
                + " {PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35}",
            TableRules::recovery),
        PostureRule.must(
            "DDB-03",
            "No table is deleted by accident",
            "one call would delete all submissions",
            "DeletionProtectionEnabled: true",
            each("DeletionProtectionEnabled", Json::isTrue)),
        PostureRule.must(
            "DDB-04",
            "Each table is encrypted with a customer key",
            "nobody could see or end the use of its key",
            "SSESpecification: {SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !Ref of the key}",
            TableRules::encryption),
        PostureRule.must(
            "DDB-05",
            "Each table scales by itself",
            "a provisioned table throttles, or costs for nothing",
            "BillingMode: PAY_PER_REQUEST",
            each("BillingMode", value -> value.asText().equals("PAY_PER_REQUEST"))),
        PostureRule.should(
            "DDB-06",
            "Each table and each global index has a ceiling below the quota of the account",
            "an attack could cost without limit",
            "OnDemandThroughput: {MaxReadRequestUnits: …, MaxWriteRequestUnits: …},"
                + " each above 0 and below 40000",
            TableRules::ceilings),
        PostureRule.should(
            "DDB-07",
            "Records of each table expire, by the same attribute in all of them",
            "personal data would be kept for ever; a second name is one that no code writes",
            "TimeToLiveSpecification: {AttributeName: …, Enabled: true}",
            TableRules::expiry),
        PostureRule.must(
            "DDB-08",
            "No policy of a table or of its stream lets anybody in but roles of the template",
            "a table would be open past every role that was reviewed",
            "remove the ResourcePolicy; roles decide who may use the table",
            TableRules::closed),
        PostureRule.must(
            "DDB-09",
            "A stream carries both images to a reader of the template, or is not there",
            "the relay could not tell what changed; a stream without a reader is a copy of the"
                + " table for anybody who finds it",
            "StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES} where an event source reads"
                + " the stream, else none",
            TableRules::streams),
        PostureRule.must(
            "DDB-10",
            "Each index holds all attributes or the keys alone",
            "a list of attributes goes out of date when the record grows",
            "Projection: {ProjectionType: ALL} or {ProjectionType: KEYS_ONLY}",
            TableRules::projections),
        PostureRule.must(
            "DDB-11",
            "A table has no copy, import, export or property that nobody reviewed",
            "a replica or a Kinesis stream takes the data elsewhere, past the rules checked here",
            "remove the property or the resource, or review it and add it to the rule",
            TableRules::nothingElse),
        PostureRule.must(
            "DDB-12",
            "A table declares the attributes of its keys, each of a type that a key may have, and"
                + " no others",
            "DynamoDB refuses an attribute that no key names, and a key that no attribute is for",
            "AttributeDefinitions: one entry for each name in KeySchema and the indexes, S, N or B",
            TableRules::attributes));
  }

  private static List<Resource> tables(CheckedTemplate subject) {
    return subject.ofType(Types.TABLE);
  }

  private static PostureRule.Test each(String path, Predicate<JsonNode> holds) {
    return Rules.each(Types.TABLE, path, holds);
  }

  private static void recovery(CheckedTemplate subject, Examination seen) {
    for (Resource table : tables(subject)) {
      JsonNode recovery = table.property("PointInTimeRecoverySpecification");
      seen.expect(
          Json.isTrue(recovery.path("PointInTimeRecoveryEnabled")),
          table,
          "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled");
      seen.expect(
          recovery.path("RecoveryPeriodInDays").asInt(RECOVERY_DAYS) == RECOVERY_DAYS,
          table,
          "PointInTimeRecoverySpecification.RecoveryPeriodInDays");
    }
  }

  private static void encryption(CheckedTemplate subject, Examination seen) {
    for (Resource table : tables(subject)) {
      JsonNode encryption = table.property("SSESpecification");
      seen.expect(Json.isTrue(encryption.path("SSEEnabled")), table, "SSESpecification.SSEEnabled");
      seen.expect(
          encryption.path("SSEType").asText().equals("KMS"), table, "SSESpecification.SSEType");
      seen.expect(
          subject.isTarget(encryption.path("KMSMasterKeyId"), Types.KEY),
          table,
          "SSESpecification.KMSMasterKeyId");
    }
  }

  private static void ceilings(CheckedTemplate subject, Examination seen) {
    for (Resource table : tables(subject)) {
      ceiling(table, table.properties(), CEILING, seen);
      for (JsonNode index : Json.list(table.property("GlobalSecondaryIndexes"))) {
        ceiling(table, index, "index " + index.path("IndexName").asText(), seen);
      }
    }
  }

  private static void ceiling(Resource table, JsonNode holder, String part, Examination seen) {
    for (String kind : List.of("MaxReadRequestUnits", "MaxWriteRequestUnits")) {
      JsonNode units = holder.path(CEILING).path(kind);
      seen.expect(Rules.isWithin(units, 1, REQUEST_UNITS_QUOTA - 1), table, part + "." + kind);
    }
  }

  private static void expiry(CheckedTemplate subject, Examination seen) {
    Set<String> names =
        tables(subject).stream()
            .map(table -> Json.at(table.properties(), "TimeToLiveSpecification.AttributeName"))
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    for (Resource table : tables(subject)) {
      JsonNode expiry = table.property("TimeToLiveSpecification");
      seen.expect(Json.isTrue(expiry.path("Enabled")), table, "TimeToLiveSpecification.Enabled");
      seen.expect(
          !expiry.path("AttributeName").asText().isEmpty() && names.size() == 1,
          table,
          "TimeToLiveSpecification.AttributeName");
    }
  }

  private static void closed(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Statement statement : PolicyStatements.ofType(subject, Types.TABLE)) {
      boolean ours =
          statement.principals().stream()
              .allMatch(
                  principal ->
                      Symbol.in(principal).stream()
                          .anyMatch(symbol -> symbol.toString().equals(principal)));
      seen.expect(statement.isDeny() || ours, Place.of(statement));
    }
  }

  private static void streams(CheckedTemplate subject, Examination seen) {
    for (Resource table : tables(subject)) {
      String arn = new Symbol(table.logicalId(), "StreamArn").toString();
      boolean read =
          subject.ofType(Types.MAPPING).stream()
              .anyMatch(mapping -> mapping.text("EventSourceArn", "").equals(arn));
      JsonNode stream = table.property(STREAM);
      boolean both = stream.path("StreamViewType").asText().equals("NEW_AND_OLD_IMAGES");
      seen.expect(read ? both && stream.size() == 1 : stream.isMissingNode(), table, STREAM);
    }
  }

  private static void attributes(CheckedTemplate subject, Examination seen) {
    for (Resource table : tables(subject)) {
      List<JsonNode> defined = Json.list(table.property("AttributeDefinitions"));
      Set<String> names =
          defined.stream()
              .map(attribute -> attribute.path("AttributeName").asText())
              .collect(Collectors.toSet());
      boolean typed =
          defined.stream()
              .allMatch(attribute -> KEY_TYPES.contains(attribute.path("AttributeType").asText()));
      seen.expect(typed && names.equals(keys(table)), table, "AttributeDefinitions");
    }
  }

  private static Set<String> keys(Resource table) {
    List<JsonNode> holders = new ArrayList<>(indexes(table));
    holders.add(table.properties());
    return holders.stream()
        .flatMap(holder -> Json.list(holder.path("KeySchema")).stream())
        .map(key -> key.path("AttributeName").asText())
        .collect(Collectors.toSet());
  }

  private static List<JsonNode> indexes(Resource table) {
    List<JsonNode> indexes = new ArrayList<>(Json.list(table.property("GlobalSecondaryIndexes")));
    indexes.addAll(Json.list(table.property("LocalSecondaryIndexes")));
    return indexes;
  }

  private static void projections(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource table : tables(subject)) {
      for (JsonNode index : indexes(table)) {
        JsonNode projection = index.path("Projection");
        seen.expect(
            projection.size() == 1
                && PROJECTIONS.contains(projection.path("ProjectionType").asText()),
            table,
            "index " + index.path("IndexName").asText());
      }
    }
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::DynamoDB::GlobalTable").examine(subject, seen);
    Rules.only(
            Types.TABLE,
            "AttributeDefinitions",
            "BillingMode",
            "DeletionProtectionEnabled",
            "GlobalSecondaryIndexes",
            "KeySchema",
            "LocalSecondaryIndexes",
            CEILING,
            "PointInTimeRecoverySpecification",
            "SSESpecification",
            STREAM,
            "TableName",
            "Tags",
            "TimeToLiveSpecification")
        .examine(subject, seen);
  }
}
