package dev.rampart.local.tables;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads the stream of {@link ThingsTable}, which has one shard. */
record StreamReader(DynamoDbStreamsClient client) implements AutoCloseable {

  static StreamReader of(URI endpoint) {
    return new StreamReader(
        DynamoDbStreamsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }

  /** Returns the records that are kept, the oldest first. */
  List<Record> records() {
    return read(iterator(ShardIteratorType.TRIM_HORIZON)).records();
  }

  String iterator(ShardIteratorType type) {
    String arn =
        client.listStreams(r -> r.tableName(ThingsTable.NAME)).streams().getFirst().streamArn();
    String shard =
        client
            .describeStream(r -> r.streamArn(arn))
            .streamDescription()
            .shards()
            .getFirst()
            .shardId();
    return client
        .getShardIterator(r -> r.streamArn(arn).shardId(shard).shardIteratorType(type))
        .shardIterator();
  }

  GetRecordsResponse read(String iterator) {
    return client.getRecords(r -> r.shardIterator(iterator));
  }

  @Override
  public void close() {
    client.close();
  }
}
