package dev.rampart.local.check.rule.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The API as a whole, its stage, and the settings of its methods. */
final class StageRules {
  // What an account has for all of its APIs: requests a second, and requests at once.
  private static final int ACCOUNT_RATE = 10_000;
  private static final int ACCOUNT_BURST = 5_000;
  private static final String SETTINGS = "MethodSettings";
  private static final String BODY = "DefinitionBody";
  private static final Set<String> LEVELS = Set.of("ERROR", "INFO");

  private StageRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "API-01",
            "There is one API, with one stage",
            "a check that finds no API has checked nothing; the rules know one front",
            "declare an AWS::Serverless::Api",
            StageRules::one),
        PostureRule.must(
            "API-06",
            "Each method writes faults to the execution log",
            "nobody could tell why the gateway refused",
            "MethodSettings: LoggingLevel ERROR or INFO, for /* and for each that replaces it",
            each("LoggingLevel", level -> LEVELS.contains(level.asText()))),
        PostureRule.must(
            "API-07",
            "No method writes bodies and headers to a log",
            "tokens and personal data would stand there",
            "MethodSettings: DataTraceEnabled: false",
            each("DataTraceEnabled", Json::isFalse)),
        PostureRule.must(
            "API-08",
            "Each method has metrics of its own",
            "nobody could tell which method is attacked",
            "MethodSettings: MetricsEnabled: true",
            each("MetricsEnabled", Json::isTrue)),
        PostureRule.must(
            "API-09",
            "Each method is throttled, at no more than an account has",
            "an attack would use up what other APIs of the account need",
            "MethodSettings: ThrottlingRateLimit 1 to 10000, ThrottlingBurstLimit 1 to 5000",
            StageRules::throttled),
        PostureRule.must(
            "API-10",
            "The stage is traced",
            "nobody could follow one request through the gates",
            "TracingEnabled: true",
            Rules.each(Types.API, "TracingEnabled", Json::isTrue)),
        PostureRule.must(
            "API-11",
            "The stage has no cache",
            "an answer for one user could be given to another",
            "remove CacheClusterEnabled, and CachingEnabled: false",
            StageRules::noCache),
        PostureRule.must(
            "API-12",
            "The firewall stands before the stage",
            "every request would go past the firewall",
            "an AWS::WAFv2::WebACLAssociation with the ARN of the stage, by !Ref Api.Stage",
            StageRules::firewall),
        PostureRule.should(
            "API-15",
            "A definition with a warning is not deployed",
            "a part that API Gateway does not understand is left out in silence",
            "FailOnWarnings: true",
            Rules.each(Types.API, "FailOnWarnings", Json::isTrue)),
        PostureRule.must(
            "API-16",
            "The API key comes in a header",
            "an authorizer would hand out keys",
            "ApiKeySourceType: HEADER",
            StageRules::keySource),
        PostureRule.should(
            "API-17",
            "The gateway does not compress",
            "a strong ETag would no longer be true, and compressed secrets can be guessed",
            "remove MinimumCompressionSize",
            StageRules::noCompression),
        PostureRule.should(
            "API-18",
            "The API takes TLS 1.2 with forward secrecy or later, and nothing by another way",
            "an old cipher can be broken; the basic access mode lets domain fronting through",
            "SecurityPolicy: SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 or the like,"
                + " EndpointAccessMode: STRICT",
            StageRules::tls),
        PostureRule.must(
            "API-42",
            "The API has no policy of its own, is regional, and has no property that nobody"
                + " reviewed",
            "a resource policy may let in whom the authorizer refuses; a canary or a second domain"
                + " is another front",
            "remove the property, or review it and add it to the rule",
            StageRules::nothingElse),
        PostureRule.must(
            "API-46",
            "SAM makes no second stage",
            "without the version of OpenAPI it adds a stage of the name Stage, which has no"
                + " throttle, no log and no firewall",
            "OpenApiVersion: 3.0.1",
            Rules.each(
                Types.API, "OpenApiVersion", version -> version.asText().startsWith("3.0."))),
        PostureRule.must(
            "API-47",
            "Each setting of a method is for one that the API has",
            "the method would keep the settings of all the others: a public one their throttle",
            "MethodSettings: ResourcePath with ~1 for /, HttpMethod as in the definition",
            StageRules::settingsFit));
  }

  private static void settingsFit(CheckedTemplate subject, Examination seen) {
    Set<String> methods =
        Operation.calls(subject).stream().map(Operation::name).collect(Collectors.toSet());
    for (Resource api : subject.ofType(Types.API)) {
      for (JsonNode setting : Json.list(api.property(SETTINGS))) {
        String path = setting.path("ResourcePath").asText();
        String method = setting.path("HttpMethod").asText();
        boolean all = path.equals("/*") && method.equals("*");
        String named = method + " " + path.replaceFirst("/", "").replace("~1", "/");
        seen.expect(all || methods.contains(named), api, SETTINGS + "." + method + " " + path);
      }
    }
  }

  private static void one(CheckedTemplate subject, Examination seen) {
    List<Resource> apis =
        subject.ofType(
            Types.API,
            "AWS::ApiGateway::RestApi",
            "AWS::ApiGatewayV2::Api",
            "AWS::Serverless::HttpApi");
    seen.expect(apis.size() == 1, Place.absent("one API"));
    seen.expect(subject.ofType(Types.STAGE).size() == 1, Place.absent("one stage"));
    Rules.exists(Types.API).examine(subject, seen);
  }

  private static PostureRule.Test each(String name, Predicate<JsonNode> holds) {
    return (subject, seen) -> {
      for (Resource api : subject.ofType(Types.API)) {
        JsonNode settings = api.property(SETTINGS);
        boolean general = false;
        for (int i = 0; i < settings.size(); i++) {
          JsonNode setting = settings.path(i);
          String place = setting.path("HttpMethod").asText() + " " + path(setting);
          general |= place.equals("* /*");
          JsonPointer at = JsonPointer.compile("/" + SETTINGS + "/" + i);
          seen.expect(
              holds.test(setting.path(name)),
              Place.of(api, api.logicalId(), place + " " + name, at));
        }
        seen.expect(general, api, SETTINGS);
      }
    };
  }

  private static String path(JsonNode setting) {
    return setting.path("ResourcePath").asText();
  }

  private static void throttled(CheckedTemplate subject, Examination seen) {
    each("ThrottlingRateLimit", Rules.within(1, ACCOUNT_RATE)).examine(subject, seen);
    each("ThrottlingBurstLimit", Rules.within(1, ACCOUNT_BURST)).examine(subject, seen);
  }

  private static void noCache(CheckedTemplate subject, Examination seen) {
    each("CachingEnabled", cached -> !Json.isTrue(cached)).examine(subject, seen);
    Rules.each(Types.API, "CacheClusterEnabled", enabled -> !Json.isTrue(enabled))
        .examine(subject, seen);
  }

  private static void firewall(CheckedTemplate subject, Examination seen) {
    for (Resource stage : subject.ofType(Types.STAGE)) {
      String api = stage.text("RestApiId", "");
      String path = "::/restapis/" + api + "/stages/" + stage.physical().ref();
      boolean stands =
          subject.ofType("AWS::WAFv2::WebACLAssociation").stream()
              .filter(association -> association.text("ResourceArn", "").endsWith(path))
              .filter(association -> association.text("ResourceArn", "").startsWith("arn:"))
              .anyMatch(
                  association ->
                      subject.isTarget(association.property("WebACLArn"), Types.WEB_ACL));
      seen.expect(stands, stage);
    }
  }

  private static void keySource(CheckedTemplate subject, Examination seen) {
    Predicate<JsonNode> header = Rules.oneOf("HEADER");
    Rules.each(Types.API, "ApiKeySourceType", header).examine(subject, seen);
    Rules.each(
            Types.API,
            BODY + ".x-amazon-apigateway-api-key-source",
            source -> source.isMissingNode() || header.test(source))
        .examine(subject, seen);
  }

  private static void noCompression(CheckedTemplate subject, Examination seen) {
    for (String at :
        List.of("MinimumCompressionSize", BODY + ".x-amazon-apigateway-minimum-compression-size")) {
      Rules.each(Types.API, at, JsonNode::isMissingNode).examine(subject, seen);
    }
  }

  private static void tls(CheckedTemplate subject, Examination seen) {
    Rules.each(
            Types.API,
            "SecurityPolicy",
            policy ->
                policy.asText().startsWith("SecurityPolicy_TLS1")
                    && policy.asText().contains("PFS"))
        .examine(subject, seen);
    Rules.each(Types.API, "EndpointAccessMode", Rules.oneOf("STRICT")).examine(subject, seen);
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.each(Types.API, "EndpointConfiguration.Type", Rules.oneOf("REGIONAL"))
        .examine(subject, seen);
    Rules.only(
            Types.API,
            "AccessLogSetting",
            "AlwaysDeploy",
            "ApiKeySourceType",
            BODY,
            "Description",
            "EndpointAccessMode",
            "EndpointConfiguration",
            "FailOnWarnings",
            SETTINGS,
            "Name",
            "OpenApiVersion",
            "SecurityPolicy",
            "StageName",
            "Tags",
            "TracingEnabled")
        .examine(subject, seen);
    for (Resource api : subject.ofType(Types.API)) {
      Rules.only(
          api,
          BODY,
          seen,
          "components",
          "info",
          "openapi",
          "paths",
          "x-amazon-apigateway-api-key-source",
          "x-amazon-apigateway-gateway-responses",
          "x-amazon-apigateway-request-validator",
          "x-amazon-apigateway-request-validators");
    }
  }
}
