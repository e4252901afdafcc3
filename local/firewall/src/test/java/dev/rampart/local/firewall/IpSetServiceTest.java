package dev.rampart.local.firewall;

import static dev.rampart.local.firewall.TestAcl.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.firewall.service.FirewallService;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IP sets as clients read and change them, and requests that are judged meanwhile. */
final class IpSetServiceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestAcl acl =
      TestAcl.blocking("{IPSetReferenceStatement: {Arn: !GetAtt Addresses.Arn}}");
  private final FirewallService service = new FirewallService(acl.plan.ipSets());
  private final JsonNode set = call("ListIPSets", "{'Scope':'REGIONAL'}").at("/IPSets/0");

  private HttpRequest request(String operation, String input) {
    return new HttpRequest(
        "POST",
        "/",
        "",
        List.of(new Field("X-Amz-Target", "AWSWAF_20190729." + operation)),
        input.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
        "127.0.0.1");
  }

  private JsonNode call(String operation, String input) {
    HttpResponse answer = service.answer(request(operation, input));
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String named(String more) {
    return "{'Scope':'REGIONAL','Name':'%s','Id':'%s'%s}"
        .formatted(set.path("Name").asText(), set.path("Id").asText(), more);
  }

  private JsonNode get() {
    return call("GetIPSet", named(""));
  }

  private JsonNode update(String lockToken, String addresses) {
    return call(
        "UpdateIPSet", named(",'LockToken':'%s','Addresses':%s".formatted(lockToken, addresses)));
  }

  @Test
  void a_set_is_listed_and_read_as_the_template_has_it() {
    assertThat(set.path("ARN").asText()).contains(":regional/ipset/");
    assertThat(get().at("/IPSet/Name")).isEqualTo(set.path("Name"));
    assertThat(get().at("/IPSet/IPAddressVersion").asText()).isEqualTo("IPV4");
    assertThat(get().at("/IPSet/Addresses")).hasToString("[\"192.0.2.0/24\",\"198.51.100.7/32\"]");
    assertThat(get().path("LockToken")).isEqualTo(set.path("LockToken"));
    JsonNode first = call("ListIPSets", "{'Scope':'REGIONAL','Limit':1}");
    assertThat(first.path("IPSets")).hasSize(1);
    JsonNode second =
        call(
            "ListIPSets",
            "{'Scope':'REGIONAL','NextMarker':'" + first.path("NextMarker").asText() + "'}");
    assertThat(second.path("IPSets")).hasSize(1);
    assertThat(second.at("/IPSets/0/Name")).isNotEqualTo(first.at("/IPSets/0/Name"));
    assertThat(second.has("NextMarker")).isFalse();
  }

  @Test
  void the_next_request_is_judged_by_the_new_addresses() {
    assertThat(acl.blocks(client("192.0.2.1"))).isTrue();
    assertThat(acl.blocks(client("203.0.113.1"))).isFalse();

    String next =
        update(get().path("LockToken").asText(), "['203.0.113.0/24']")
            .path("NextLockToken")
            .asText();

    assertThat(acl.blocks(client("192.0.2.1"))).isFalse();
    assertThat(acl.blocks(client("203.0.113.1"))).isTrue();
    assertThat(get().path("LockToken").asText()).isEqualTo(next);
    var _ = update(next, "[]");
    assertThat(acl.blocks(client("203.0.113.1"))).isFalse();
  }

  @Test
  void of_many_who_change_what_they_have_read_one_does() throws Exception {
    String token = get().path("LockToken").asText();
    Callable<JsonNode> update = () -> update(token, "['203.0.113.0/24']");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<JsonNode>> answers = threads.invokeAll(Collections.nCopies(20, update));
      int changed = 0;
      for (Future<JsonNode> answer : answers) {
        if (answer.get().has("NextLockToken")) {
          changed++;
        } else {
          assertThat(answer.get().path("__type").asText()).isEqualTo("WAFOptimisticLockException");
        }
      }
      assertThat(changed).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.1",
    "203.0.113.0/0",
    "203.0.113.0/33",
    "203.0.113.66/29",
    "127.0.0.1/032",
    "127.0.0.1/+32",
    "127.0.0.1/32 x",
    "127.0.0.1/",
    "127.0.0.1/\u0663\u0662",
    "\u066127.0.0.1/32",
    "2001:db8::/32",
    "localhost/32",
  })
  void what_is_no_block_of_the_sets_addresses_is_refused(String address) {
    JsonNode refused = update(get().path("LockToken").asText(), "['" + address + "']");
    assertThat(refused.path("__type").asText()).isEqualTo("WAFInvalidParameterException");
    assertThat(refused.path("Field").asText()).isEqualTo("IP_ADDRESS");
    assertThat(refused.path("Parameter").asText()).isEqualTo(address);
    assertThat(get().path("LockToken")).isEqualTo(set.path("LockToken"));
    assertThat(acl.blocks(client("192.0.2.1"))).isTrue();
  }

  @Test
  void a_set_has_ten_thousand_addresses_at_most() {
    String address = "'203.0.113.0/24'";
    String token = get().path("LockToken").asText();
    String many = "[" + (address + ",").repeat(10_000) + address + "]";
    assertThat(update(token, many).path("__type").asText()).isEqualTo("WAFLimitsExceededException");
    assertThat(update(token, many.replaceFirst(address + ",", "")).has("NextLockToken")).isTrue();
    assertThat(get().at("/IPSet/Addresses")).hasSize(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "GetIPSet ~ {} ~ ValidationException",
        "GetIPSet ~ {'Scope':'CLOUDFRONT','Name':'a','Id':'b'} ~ ValidationException",
        "GetIPSet ~ {'Scope':'REGIONAL','Name':'a','Id':'b'} ~ WAFNonexistentItemException",
        "ListIPSets ~ {'Scope':'REGIONAL','Limit':0} ~ ValidationException",
        "ListIPSets ~ {'Scope':'REGIONAL','Limit':101} ~ ValidationException",
        "ListIPSets ~ {'Scope':'REGIONAL','Limit':'5'} ~ SerializationException",
        "ListIPSets ~ {'Scope':'REGIONAL','Limit':1.5} ~ SerializationException",
        "ListIPSets ~ {'Scope':'REGIONAL','NextMarker':5} ~ SerializationException",
        "DeleteIPSet ~ {} ~ UnknownOperationException",
      })
  void what_is_wrong_is_refused(String operation, String input, String code) {
    assertThat(call(operation, input).path("__type").asText()).isEqualTo(code);
  }

  @Test
  void a_set_is_what_a_role_allows() {
    assertThat(service.actions(request("UpdateIPSet", named(""))))
        .hasToString("[wafv2:UpdateIPSet on " + set.path("ARN").asText() + "]");
    assertThat(service.actions(request("ListIPSets", "{'Scope':'REGIONAL'}")))
        .hasToString("[wafv2:ListIPSets on *]");
  }
}
