/** The web ACL in front of the gateway and the user pool. */
@NullMarked
package dev.rampart.local.stack.firewall;

import org.jspecify.annotations.NullMarked;
