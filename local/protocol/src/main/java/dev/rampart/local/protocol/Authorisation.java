package dev.rampart.local.protocol;

import java.util.List;

/** Decides what those may do who call services. Called by many threads at once. */
public interface Authorisation {
  /** Binds nobody. */
  Authorisation NONE =
      new Authorisation() {
        @Override
        public boolean binds(String accessKeyId) {
          return false;
        }

        @Override
        public void require(String accessKeyId, List<AwsAction> actions) {
          throw new IllegalStateException("nobody is bound");
        }
      };

  /** Says whether policies bind who has an access key; whoever is not bound may do everything. */
  boolean binds(String accessKeyId);

  /**
   * Refuses a call of somebody who is bound and may not make it.
   *
   * @param actions all of what the call does; nothing needs no permission
   * @throws NotAuthorised with AWS's sentence
   */
  void require(String accessKeyId, List<AwsAction> actions);

  /** A call is refused. */
  final class NotAuthorised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal in AWS's words. */
    public NotAuthorised(String message) {
      super(message, null, false, false);
    }
  }
}
