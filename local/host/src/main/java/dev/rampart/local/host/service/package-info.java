/** Lambda's own API, as far as invoking functions goes. */
@NullMarked
package dev.rampart.local.host.service;

import org.jspecify.annotations.NullMarked;
