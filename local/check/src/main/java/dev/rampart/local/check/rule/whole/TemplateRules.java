package dev.rampart.local.check.rule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The template as a whole: what it keeps, and what must stand nowhere in it. */
final class TemplateRules {
  private static final String[] KEPT = {
    Types.TABLE, Types.USER_POOL, Types.KEY, Types.LOG_GROUP, Types.SECRET
  };
  private static final Set<String> KEEPING = Set.of("Retain", "RetainExceptOnCreate");
  private static final List<String> SECTIONS =
      List.of("Parameters", "Mappings", "Conditions", "Globals", "Resources", "Outputs");
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9]{12}");
  private static final Pattern ACCOUNT_IN_ARN = Pattern.compile(":[0-9]{12}(:|$)");
  private static final Pattern END_OF_ARN = Pattern.compile("[\\s\"']+");
  private static final Pattern CREDENTIAL =
      Pattern.compile("(AKIA|ASIA)[0-9A-Z]{16}|-----BEGIN|gh[pousr]_[0-9A-Za-z]{36}|xox[abp]-");
  private static final Pattern SECRET =
      Pattern.compile("secret|password|token|apikey|credential", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");
  private static final List<String> FROM_ELSEWHERE =
      List.of("Fn::Transform", "{{resolve:", "ClientSecret\"");
  private static final Set<String> TEXT_BOUNDS = Set.of("AllowedValues", "AllowedPattern");
  private static final String OUTPUTS = "Outputs";

  private TemplateRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "TPL-01",
            "Tables, user pools, keys, log groups and secrets outlive the stack and a replacement",
            "an edit or a deletion of the stack would delete all data, or its key",
            "DeletionPolicy: Retain or RetainExceptOnCreate, UpdateReplacePolicy: Retain",
            TemplateRules::kept),
        PostureRule.must(
            "TPL-02",
            "No account is named by its number",
            "a grant to another account is a way in; our own number ties the template to it",
            "!Ref AWS::AccountId",
            (subject, seen) -> nowhere(subject, seen, TemplateRules::namesAccount)),
        PostureRule.must(
            "TPL-03",
            "No credential stands in the template",
            "it is in the history for ever",
            "revoke it, and read a secret instead",
            (subject, seen) -> nowhere(subject, seen, text -> CREDENTIAL.matcher(text).find())),
        PostureRule.must(
            "TPL-04",
            "A parameter for a secret is not shown",
            "whoever may look at the stack reads it",
            "NoEcho: true",
            TemplateRules::hidden),
        PostureRule.must(
            "TPL-05",
            "The template says what it is",
            "whoever finds the stack does not know what it is",
            "Description",
            (subject, seen) ->
                seen.expect(
                    !subject.template().section("Description").asText().isBlank(),
                    Place.section(subject.template(), "Description", ""))),
        PostureRule.must(
            "TPL-06",
            "No output shows a secret",
            "whoever may look at the stack reads it",
            "remove the output",
            TemplateRules::noSecretOut),
        PostureRule.must(
            "TPL-10",
            "Each parameter says what it takes",
            "a slip of the pen is found by a service in the middle of a deployment, or by nobody",
            "AllowedValues, AllowedPattern, or MinValue and MaxValue",
            TemplateRules::bounded),
        PostureRule.must(
            "TPL-11",
            "Nothing comes into the template from elsewhere, and no secret into a text",
            "a part that is fetched at the deployment was reviewed by nobody; a description or a"
                + " tag with a resolved secret is read by all who may look",
            "write the part here; hand over the ARN of a secret",
            TemplateRules::closed));
  }

  private static void kept(CheckedTemplate subject, Examination seen) {
    for (Resource resource : subject.ofType(KEPT)) {
      Place place = Place.of(resource);
      seen.expect(
          KEEPING.contains(resource.beside("DeletionPolicy").asText()),
          place.within("DeletionPolicy"));
      seen.expect(
          resource.beside("UpdateReplacePolicy").asText().equals("Retain"),
          place.within("UpdateReplacePolicy"));
    }
  }

  private static void nowhere(
      CheckedTemplate subject, Examination seen, Predicate<String> forbidden) {
    Template template = subject.template();
    for (String section : SECTIONS) {
      for (Map.Entry<String, JsonNode> member : template.section(section).properties()) {
        seen.expect(
            texts(member.getValue()).stream().noneMatch(forbidden),
            Place.section(template, section, member.getKey()));
      }
    }
  }

  /** Looks for the account after the first {@code arn:} alone: a text may hold many thousands. */
  private static boolean namesAccount(String text) {
    return ACCOUNT_NUMBER.matcher(text).matches()
        || END_OF_ARN
            .splitAsStream(text)
            .anyMatch(
                word -> {
                  int arn = word.indexOf("arn:");
                  return arn >= 0 && ACCOUNT_IN_ARN.matcher(word).find(arn);
                });
  }

  /** All texts within a value; numbers as texts too, since an account id may be written as one. */
  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    collect(value, texts);
    return texts;
  }

  private static void collect(JsonNode value, List<String> texts) {
    if (value.isValueNode()) {
      texts.add(value.asText());
    }
    value.forEach(part -> collect(part, texts));
  }

  private static void hidden(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Template template = subject.template();
    for (Map.Entry<String, JsonNode> parameter : template.section("Parameters").properties()) {
      if (SECRET.matcher(parameter.getKey()).find()) {
        seen.expect(
            Json.isTrue(parameter.getValue().path("NoEcho")),
            Place.section(template, "Parameters", parameter.getKey()));
      }
    }
  }

  private static void noSecretOut(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Template template = subject.template();
    for (Map.Entry<String, JsonNode> output : template.section(OUTPUTS).properties()) {
      String value = output.getValue().path("Value").toString();
      boolean shows =
          value.contains("ClientSecret")
              || value.contains("{{resolve:")
              || NAME.matcher(value)
                  .results()
                  .map(match -> subject.find(match.group()))
                  .anyMatch(
                      named ->
                          named.filter(found -> found.type().equals(Types.SECRET)).isPresent());
      seen.expect(!shows, Place.section(template, OUTPUTS, output.getKey()));
    }
  }

  private static void closed(CheckedTemplate subject, Examination seen) {
    Template template = subject.template();
    for (String section : SECTIONS) {
      for (Map.Entry<String, JsonNode> member : template.section(section).properties()) {
        String written = member.getKey() + " " + withoutKey(member.getValue());
        seen.expect(
            FROM_ELSEWHERE.stream().noneMatch(written::contains),
            Place.section(template, section, member.getKey()));
      }
    }
  }

  /** The API key of a connection is a secret that no one can read there; EVB-22 looks at it. */
  private static JsonNode withoutKey(JsonNode resource) {
    JsonNode copy = resource.deepCopy();
    if (copy.path("Type").asText().equals("AWS::Events::Connection")
        && Json.at(copy, "Properties.AuthParameters.ApiKeyAuthParameters")
            instanceof ObjectNode parameters) {
      JsonNode _ = parameters.remove("ApiKeyValue");
    }
    return copy;
  }

  private static void bounded(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Template template = subject.template();
    for (Map.Entry<String, JsonNode> parameter : template.section("Parameters").properties()) {
      JsonNode written = parameter.getValue();
      boolean bounded =
          TEXT_BOUNDS.stream().anyMatch(written::has)
              || (written.has("MinValue") && written.has("MaxValue"));
      seen.expect(bounded, Place.section(template, "Parameters", parameter.getKey()));
    }
  }
}
