package dev.rampart.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import dev.rampart.local.gateway.definition.ApiDefinition;
import dev.rampart.local.gateway.definition.ApiOperation;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of an API: each of their keywords is enforced, or only told, or refused at the start. */
final class ModelsTest {
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: dev
            DefinitionBody:
              x-amazon-apigateway-request-validators: {all: {validateRequestBody: true}}
              x-amazon-apigateway-request-validator: all
              paths:
                /a:
                  post:
                    x-amazon-apigateway-integration:
                      {type: mock, passthroughBehavior: never, responses: {default: {}}}
                    requestBody:
                      content:
                        application/json:
                          schema: BODY
              components:
                schemas:
                  Other: {type: object}
                  Any: {}
                  Thing:
                    {MODEL}
      """;

  private static final String THING = "{$ref: '#/components/schemas/Thing'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "requird: [a]~requird is no keyword of JSON Schema draft 4, so no request would be checked"
            + " for it; 'required' may be meant",
        "maxPropertys: 64~maxPropertys is no keyword of JSON Schema draft 4, so no request would be"
            + " checked for it; 'maxProperties' may be meant",
        "unevaluatedProperties: false~unevaluatedProperties is no keyword of JSON Schema draft 4,"
            + " so no request would be checked for it",
        "nullable: true~nullable is no keyword",
        "const: 1~const is no keyword",
        "discriminator: {propertyName: a}~discriminator is no keyword",
        "id: 'http://localhost/'~id is no keyword",
        "minimum: 1, exclusiveMinimum: true~exclusiveMinimum is not validated by API Gateway",
        "minItems: 1~minItems is not validated by API Gateway",
        "maxItems: 1~maxItems is not validated by API Gateway",
        "format: emial~format is a format that nobody checks; 'email' may be meant",
        "format: int32~format is a format that nobody checks",
        "$schema: 'http://json-schema.org/draft-07/schema#'~$schema is not http://json-schema.org/",
        "$ref: '#/components/schemas/Other', maxProperties: 1~maxProperties stands beside $ref",
        "$ref: '#/components/schemas/Nothing'~$ref refers to '#/components/schemas/Nothing'",
      })
  void a_keyword_that_nobody_would_enforce_is_refused(String model, String message) {
    assertRefused(model, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "required: title~required is no JSON Schema: string found, array expected",
        "maxLength: '64'~maxLength is no JSON Schema: string found, integer expected",
        "minimum: 1, exclusiveMinimum: 2~exclusiveMinimum is no JSON Schema",
        "additionalProperties: {maxLength: '6'}~additionalProperties.maxLength is no JSON Schema:"
            + " string found, integer expected",
      })
  void a_keyword_with_a_value_of_another_type_is_refused(String model, String message) {
    assertRefused(model, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "properties: {requird: {FAULT}}~properties.requird",
        "patternProperties: {a: {FAULT}}~patternProperties.a",
        "definitions: {a: {FAULT}}~definitions.a",
        "dependencies: {b: [c], a: {FAULT}}~dependencies.a",
        "additionalProperties: {FAULT}~additionalProperties",
        "items: {FAULT}~items",
        "items: [{}, {FAULT}]~items.1",
        "additionalItems: {FAULT}~additionalItems",
        "allOf: [{}, {FAULT}]~allOf.1",
        "anyOf: [{FAULT}]~anyOf.0",
        "oneOf: [{properties: {a: {items: {FAULT}}}}]~oneOf.0.properties.a.items",
        "not: {FAULT}~not",
      })
  void a_keyword_is_refused_at_any_depth(String model, String place) {
    assertRefused(model.replace("FAULT", "requird: [a]"), place + ".requird is no keyword");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$ref: '#/components/schemas/Thing'",
        "allOf: [{type: object}, {$ref: '#/components/schemas/Thing'}]",
        "not: {anyOf: [{$ref: '#/components/schemas/Thing'}]}",
      })
  void a_model_of_which_no_check_would_end_is_refused(String model) {
    assertThatThrownBy(() -> model(model))
        .hasMessageContaining("components.schemas.Thing refers to itself for the same value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties: {a: {$ref: '#/components/schemas/Thing'}}",
        "items: {$ref: '#/components/schemas/Thing'}",
        "allOf: [{$ref: '#/components/schemas/Other'}, {$ref: '#/components/schemas/Other'}]",
      })
  void a_model_may_refer_to_itself_for_a_part_of_the_value(String model) throws IOException {
    assertThat(model(model).validate(Running.JSON.readTree("{}"))).isEmpty();
  }

  @Test
  void a_model_for_a_range_of_media_types_is_refused() {
    assertThatThrownBy(
            () -> read(TEMPLATE.replace("application/json:", "'*/*':"), THING, "type: object"))
        .hasMessageContaining("is for '*/*', and models are looked up by one media type");
  }

  @Test
  void a_model_in_the_operation_is_looked_at_as_well() {
    assertThatThrownBy(() -> read("{type: object, requird: [a]}", "type: object"))
        .hasMessageContaining(
            "t.yaml:18: Api.DefinitionBody.paths./a.post.requestBody.content.application/json"
                + ".schema.requird is no keyword");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "type: object~[]",
        "enum: [1, 2]~3",
        "required: [a]~{}",
        "minProperties: 1~{}",
        "maxProperties: 1~{\"a\":1,\"b\":2}",
        "properties: {a: {type: string}}~{\"a\":1}",
        "patternProperties: {'^a': {type: string}}~{\"ab\":1}",
        "additionalProperties: false~{\"a\":1}",
        "dependencies: {a: [b]}~{\"a\":1}",
        "items: {type: string}~[1]",
        "items: [{}], additionalItems: false~[1,2]",
        "uniqueItems: true~[1,1]",
        "minLength: 2~\"a\"",
        "maxLength: 2~\"aaa\"",
        "pattern: '^b'~\"a\"",
        "format: date-time~\"today\"",
        "multipleOf: 2~3",
        "minimum: 2~1",
        "maximum: 2~3",
        "maximum: 2, exclusiveMaximum: true~2",
        "allOf: [{}, {type: string}]~1",
        "anyOf: [{type: string}, {type: object}]~1",
        "oneOf: [{}, {type: string}]~\"a\"",
        "not: {type: string}~\"a\"",
        "$ref: '#/components/schemas/Other'~1",
      })
  void a_keyword_that_is_taken_is_enforced(String model, String body) throws IOException {
    assertThat(model(model).validate(Running.JSON.readTree(body))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: A",
        "description: A",
        "default: {requird: 1}",
        "example: {requird: 1}",
        "examples: [{$ref: nowhere}]",
        "externalDocs: {url: a}",
        "deprecated: true",
        "readOnly: true",
        "writeOnly: true",
        "xml: {name: a}",
        "x-of-the-author: {requird: 1}",
        "format: password",
        "$schema: 'http://json-schema.org/draft-04/schema#'",
        "enum: [1, {requird: 1}]",
        "description: A, $ref: '#/components/schemas/Any'",
      })
  void what_only_tells_a_reader_something_is_taken(String model) throws IOException {
    assertThat(model(model).validate(Running.JSON.readTree("1"))).isEmpty();
  }

  private static void assertRefused(String model, String message) {
    assertThatThrownBy(() -> model(model))
        .hasMessageContaining("t.yaml:24: Api.DefinitionBody.components.schemas.Thing." + message);
  }

  private static Schema model(String model) {
    ApiOperation operation =
        read(THING, model).routes().find("POST", "/a").orElseThrow().operation();
    return Optional.ofNullable(operation.validation().bodies().get("application/json"))
        .orElseThrow();
  }

  private static ApiDefinition read(String body, String model) {
    return read(TEMPLATE, body, model);
  }

  private static ApiDefinition read(String template, String body, String model) {
    String text = template.replace("BODY", body).replace("MODEL", model);
    Properties api = Template.read("t.yaml", text).stack(Map.of()).get("Api").read();
    ApiDefinition definition = ApiDefinition.read(api, "000000000000");
    api.end();
    return definition;
  }
}
