package dev.rampart.local.tables.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonWriter;
import dev.rampart.local.tables.value.Value;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;

/** How records of a stream look on the wire. */
public final class StreamRecords {
  // Sequence numbers of AWS have at least 21 digits.
  private static final BigInteger FIRST = BigInteger.TEN.pow(20);

  private StreamRecords() {}

  public static String sequence(long position) {
    return FIRST.add(BigInteger.valueOf(position)).toString();
  }

  public static long position(String sequence) {
    BigInteger position = new BigInteger(sequence).subtract(FIRST);
    if (position.bitLength() > 62 || position.signum() < 0) {
      throw new NumberFormatException(sequence);
    }
    return position.longValueExact();
  }

  public static ObjectNode json(TableStream.Entry entry, TableStream stream) {
    Item row = entry.row();
    ObjectNode json = ResponseJson.empty();
    json.put("eventID", eventId(entry, stream));
    json.put("eventName", row.get("event").map(v -> ((Value.Text) v).text()).orElseThrow());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", TableNameReader.REGION);
    ObjectNode data = json.putObject("dynamodb");
    data.put("ApproximateCreationDateTime", row.get("at").map(TableStream::whole).orElseThrow());
    image(data, "Keys", row, "keys");
    image(data, "NewImage", row, "new");
    image(data, "OldImage", row, "old");
    data.put("SequenceNumber", sequence(entry.position()));
    data.put("SizeBytes", bytes(row));
    data.put("StreamViewType", stream.view());
    if (row.get("expired").filter(new Value.Bool(true)::equals).isPresent()) {
      json.putObject("userIdentity")
          .put("PrincipalId", "dynamodb.amazonaws.com")
          .put("Type", "Service");
    }
    return json;
  }

  static int bytes(Item row) {
    return Stream.of("keys", "new", "old")
        .flatMap(name -> TableStream.image(row, name).stream())
        .mapToInt(Item::bytes)
        .sum();
  }

  private static void image(ObjectNode data, String member, Item row, String name) {
    TableStream.image(row, name).ifPresent(item -> data.set(member, JsonWriter.json(item)));
  }

  private static String eventId(TableStream.Entry entry, TableStream stream) {
    byte[] seed = (stream.arn() + entry.position()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
  }
}
