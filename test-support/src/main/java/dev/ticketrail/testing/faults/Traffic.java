package dev.ticketrail.testing.faults;

import java.time.Duration;

import dev.ticketrail.testing.faults.TcpProxy.Direction;
import org.jspecify.annotations.Nullable;

/** What happens to the bytes of all connections of a proxy. */
class Traffic {

	private boolean stalled;

	private Duration delay = Duration.ZERO;

	private @Nullable Direction dropped;

	private boolean lost;

	private volatile Ambush ambush = Ambush.NONE;

	void lay(Ambush ambush) {
		this.ambush = ambush;
	}

	Ambush ambush() {
		return this.ambush;
	}

	synchronized void stall() {
		this.stalled = true;
	}

	synchronized void delay(Duration delay) {
		this.delay = delay;
	}

	synchronized void drop(Direction direction) {
		this.dropped = direction;
	}

	/** Lets everything pass; says whether bytes have been lost meanwhile. */
	synchronized boolean flow() {
		boolean holes = this.lost;
		this.stalled = false;
		this.delay = Duration.ZERO;
		this.dropped = null;
		this.lost = false;
		notifyAll();
		return holes;
	}

	/** Waits for as long as bytes have to wait; says whether they may then pass. */
	boolean pass(Direction direction) throws InterruptedException {
		Duration pause;
		synchronized (this) {
			while (this.stalled) {
				wait();
			}
			if (this.dropped == direction) {
				this.lost = true;
				return false;
			}
			pause = this.delay;
		}
		Thread.sleep(pause);
		return true;
	}

}
