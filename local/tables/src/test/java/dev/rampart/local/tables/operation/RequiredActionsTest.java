package dev.rampart.local.tables.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.request.Request;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Service Authorization Reference of DynamoDB, as far as the local tables go. */
final class RequiredActionsTest {
  private static final String TABLES = "arn:aws:dynamodb:eu-west-1:000000000000:table/";
  private static final String STREAM = TABLES + "T/stream/2026-11-24T09:00:00.000";

  private static List<AwsAction> actions(String operation, String json)
      throws JsonProcessingException {
    return RequiredActions.of(
        operation, new Request(JsonMapper.builder().build().readTree(json.replace('\'', '"'))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CreateTable        | {'TableName':'T'}                                     | T
          DescribeTable      | {'TableName':'T'}                                     | T
          UpdateTable        | {'TableName':'T'}                                     | T
          DeleteTable        | {'TableName':'T'}                                     | T
          UpdateTimeToLive   | {'TableName':'T'}                                     | T
          DescribeTimeToLive | {'TableName':'T'}                                     | T
          GetItem            | {'TableName':'T'}                                     | T
          PutItem            | {'TableName':'T','IndexName':'I'}                     | T
          UpdateItem         | {'TableName':'T'}                                     | T
          DeleteItem         | {'TableName':'T'}                                     | T
          Query              | {'TableName':'T'}                                     | T
          Query              | {'TableName':'T','IndexName':'I'}                     | T/index/I
          Scan               | {'TableName':'T'}                                     | T
          Scan               | {'TableName':'T','IndexName':'I'}                     | T/index/I
          BatchGetItem       | {'RequestItems':{'T':{}}}                             | T
          BatchWriteItem     | {'RequestItems':{'T':[],'U':[]}}                      | T U
          ListStreams        | {'TableName':'T'}                                     | T/stream/*
          """)
  void an_operation_is_authorised_under_its_own_name_on_tables_or_an_index(
      String operation, String json, String resources) throws JsonProcessingException {
    assertThat(actions(operation, json))
        .containsExactlyElementsOf(
            List.of(resources.split(" ")).stream()
                .map(resource -> new AwsAction("dynamodb:" + operation, TABLES + resource))
                .toList());
  }

  @Test
  void what_lists_everything_has_no_resource() throws JsonProcessingException {
    assertThat(actions("ListTables", "{}"))
        .containsExactly(new AwsAction("dynamodb:ListTables", "*"));
    assertThat(actions("ListStreams", "{}"))
        .containsExactly(new AwsAction("dynamodb:ListStreams", "*"));
  }

  @Test
  void a_table_is_named_by_its_arn_as_well() throws JsonProcessingException {
    assertThat(actions("GetItem", "{'TableName':'" + TABLES + "T'}"))
        .isEqualTo(actions("GetItem", "{'TableName':'T'}"));
  }

  @Test
  void a_stream_is_read_by_its_arn_or_by_an_iterator_even_an_expired_one()
      throws JsonProcessingException {
    String iterator = new ShardIterator(STREAM, 7, Instant.EPOCH).text();

    assertThat(actions("DescribeStream", "{'StreamArn':'" + STREAM + "'}"))
        .containsExactly(new AwsAction("dynamodb:DescribeStream", STREAM));
    assertThat(actions("GetShardIterator", "{'StreamArn':'" + STREAM + "'}"))
        .containsExactly(new AwsAction("dynamodb:GetShardIterator", STREAM));
    assertThat(actions("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
        .containsExactly(new AwsAction("dynamodb:GetRecords", STREAM));
  }

  @Test
  void a_transaction_is_authorised_as_what_it_consists_of_each_once()
      throws JsonProcessingException {
    assertThat(
            actions(
                "TransactWriteItems",
                """
                {'TransactItems':[{'Put':{'TableName':'T'}},{'Put':{'TableName':'T'}},
                 {'Update':{'TableName':'T'}},{'Delete':{'TableName':'U'}},
                 {'ConditionCheck':{'TableName':'T'}}]}
                """))
        .containsExactly(
            new AwsAction("dynamodb:PutItem", TABLES + "T"),
            new AwsAction("dynamodb:UpdateItem", TABLES + "T"),
            new AwsAction("dynamodb:DeleteItem", TABLES + "U"),
            new AwsAction("dynamodb:ConditionCheckItem", TABLES + "T"));
    assertThat(actions("TransactGetItems", "{'TransactItems':[{'Get':{'TableName':'T'}}]}"))
        .containsExactly(new AwsAction("dynamodb:GetItem", TABLES + "T"));
  }

  @Test
  void a_request_that_names_nothing_is_refused() {
    assertThatExceptionOfType(AwsError.class).isThrownBy(() -> actions("GetItem", "{}"));
    assertThatExceptionOfType(AwsError.class)
        .isThrownBy(() -> actions("GetRecords", "{'ShardIterator':'x'}"));
  }
}
