package dev.rampart.local.account;

import java.io.Serial;
import software.amazon.awssdk.core.exception.SdkClientException;

/** No place that may have credentials has some that can be used. The SDK has no type for it. */
final class MissingCredentialsException extends SdkClientException {
  @Serial private static final long serialVersionUID = 1L;

  MissingCredentialsException(SdkClientException cause) {
    super(SdkClientException.builder().message(cause.getMessage()).cause(cause));
  }
}
