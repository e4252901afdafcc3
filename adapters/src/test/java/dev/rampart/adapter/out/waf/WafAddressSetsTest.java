package dev.rampart.adapter.out.waf;

import static dev.rampart.domain.port.out.BlockExamples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.rampart.domain.common.IpVersion;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.AddressSets;
import dev.rampart.domain.port.out.AddressSets.AddressSet;
import dev.rampart.domain.port.out.AddressSets.Replacement;
import dev.rampart.domain.port.out.AddressSetsContract;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.slf4j.Logger;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.GetIpSetRequest;
import software.amazon.awssdk.services.wafv2.model.GetIpSetResponse;
import software.amazon.awssdk.services.wafv2.model.UpdateIpSetRequest;
import software.amazon.awssdk.services.wafv2.model.UpdateIpSetResponse;
import software.amazon.awssdk.services.wafv2.model.WafOptimisticLockException;
import software.amazon.awssdk.services.wafv2.model.Wafv2Exception;

/** The contract on a client that answers as AWS WAF does, and faults. The run has the real one. */
final class WafAddressSetsTest implements AddressSetsContract {
  private static final IpSetName V4 = new IpSetName("blocked-v4", "id-4");
  private static final IpSetName V6 = new IpSetName("blocked-v6", "id-6");

  private final Wafv2Client client = mock();
  private final Map<String, List<String>> addresses = new HashMap<>();
  private final Map<String, Integer> tokens = new HashMap<>();

  @Override
  public AddressSets newAddressSets() {
    when(client.getIPSet(ArgumentMatchers.<Consumer<GetIpSetRequest.Builder>>any()))
        .thenAnswer(call -> get(call.getArgument(0)));
    when(client.updateIPSet(any(UpdateIpSetRequest.class)))
        .thenAnswer(call -> update(call.getArgument(0)));
    return new WafAddressSets(client, V4, V6);
  }

  private GetIpSetResponse get(Consumer<GetIpSetRequest.Builder> ask) {
    GetIpSetRequest request = GetIpSetRequest.builder().applyMutation(ask).build();
    assertThat(request.scopeAsString()).isEqualTo("REGIONAL");
    return GetIpSetResponse.builder()
        .ipSet(set -> set.addresses(addresses.getOrDefault(request.id(), List.of())))
        .lockToken(Integer.toString(tokens.getOrDefault(request.id(), 0)))
        .build();
  }

  private UpdateIpSetResponse update(UpdateIpSetRequest request) {
    int token = tokens.getOrDefault(request.id(), 0);
    if (!request.lockToken().equals(Integer.toString(token))) {
      throw WafOptimisticLockException.builder().build();
    }
    addresses.put(request.id(), request.addresses());
    tokens.put(request.id(), token + 1);
    return UpdateIpSetResponse.builder().nextLockToken(Integer.toString(token + 1)).build();
  }

  @Test
  void a_firewall_that_takes_no_more_changes_is_told_from_one_that_does_not_answer() {
    AddressSets sets = new WafAddressSets(client, V4, V6);
    AddressSet read = new AddressSet(Set.of(), "0");
    Set<SourceRange> wanted = Set.of(SOURCE);
    when(client.updateIPSet(any(UpdateIpSetRequest.class)))
        .thenThrow(
            Wafv2Exception.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
                .build())
        .thenThrow(SdkClientException.create("timed out"))
        .thenThrow(Wafv2Exception.builder().statusCode(502).build());
    assertThat(sets.replace(IpVersion.V4, read, wanted)).isEqualTo(Replacement.THROTTLED);
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> sets.replace(IpVersion.V4, read, wanted))
        .withMessage("UpdateIPSet: no answer");
    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> sets.replace(IpVersion.V4, read, wanted))
        .withMessage("UpdateIPSet: status 502");
  }

  @Test
  void a_replacement_that_failed_is_logged_with_its_reason_and_one_that_did_not_is_not() {
    Logger log = mock();
    AddressSets sets = new WafAddressSets(client, V4, V6, log);
    AddressSet read = new AddressSet(Set.of(), "0");
    Set<SourceRange> wanted = Set.of(SOURCE);
    when(client.updateIPSet(any(UpdateIpSetRequest.class)))
        .thenReturn(UpdateIpSetResponse.builder().build())
        .thenThrow(fault(WafOptimisticLockException.builder(), "WAFOptimisticLockException"))
        .thenThrow(fault(Wafv2Exception.builder(), "ThrottlingException"))
        .thenThrow(fault(Wafv2Exception.builder(), "AccessDeniedException"))
        .thenThrow(SdkClientException.create("timed out"));
    assertThat(sets.replace(IpVersion.V4, read, wanted)).isEqualTo(Replacement.REPLACED);
    verifyNoInteractions(log);
    assertThat(sets.replace(IpVersion.V4, read, wanted)).isEqualTo(Replacement.LOCK_LOST);
    assertThat(sets.replace(IpVersion.V6, read, wanted)).isEqualTo(Replacement.THROTTLED);
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(PortUnavailable.class)
          .isThrownBy(() -> sets.replace(IpVersion.V4, read, wanted));
    }
    assertThat(mockingDetails(log).getInvocations())
        .map(call -> Arrays.asList(call.getArguments()).toString())
        .containsExactly(
            "[UpdateIPSet, set=blocked-v4, reason=WAFOptimisticLockException]",
            "[UpdateIPSet, set=blocked-v6, reason=ThrottlingException]",
            "[UpdateIPSet, set=blocked-v4, reason=AccessDeniedException]",
            "[UpdateIPSet, set=blocked-v4, reason=no answer]");
  }

  private static AwsServiceException fault(AwsServiceException.Builder fault, String code) {
    return fault.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
  }

  @Test
  void a_reference_names_the_set_and_nothing_else_does() {
    assertThat(IpSetName.ofReference("blocked-v4|id-4|REGIONAL")).isEqualTo(V4);
    assertThatThrownBy(() -> IpSetName.ofReference("blocked-v4"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
