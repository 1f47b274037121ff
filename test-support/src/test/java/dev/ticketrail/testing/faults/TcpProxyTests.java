package dev.ticketrail.testing.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

import dev.ticketrail.testing.faults.TcpProxy.Direction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TcpProxyTests {

	private ServerSocket server;

	private TcpProxy proxy;

	private Socket client;

	private Socket peer;

	@BeforeEach
	void connect() throws IOException {
		this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		this.proxy = new TcpProxy(this.server.getLocalPort());
		this.client = new Socket(InetAddress.getLoopbackAddress(), this.proxy.port());
		this.peer = this.server.accept();
		this.client.setSoTimeout(10_000);
		this.peer.setSoTimeout(10_000);
	}

	@AfterEach
	void close() throws IOException {
		this.client.close();
		this.peer.close();
		this.proxy.close();
		this.server.close();
	}

	@Test
	void bytesPassBothWays() throws IOException {
		this.client.getOutputStream().write(1);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
		this.peer.getOutputStream().write(2);
		assertThat(this.client.getInputStream().read()).isEqualTo(2);
	}

	@Test
	void cutConnectionIsReset() {
		this.proxy.cut();
		assertThatThrownBy(() -> this.client.getInputStream().read()).isInstanceOf(IOException.class);
		await().atMost(Duration.ofSeconds(5)).until(() -> this.proxy.connections() == 0);
	}

	@Test
	void stalledBytesArriveAfterHealing() throws IOException {
		this.proxy.stall();
		this.client.getOutputStream().write(1);
		assertThatNothingComes(this.peer);
		this.proxy.heal();
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
	}

	@Test
	void delayedBytesArriveLater() throws IOException {
		this.proxy.delay(Duration.ofMillis(500));
		long begin = System.nanoTime();
		this.client.getOutputStream().write(1);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
	}

	@Test
	void oneDirectionIsDroppedAndTheConnectionCannotBeHealed() throws IOException {
		this.proxy.drop(Direction.TO_CLIENT);
		this.client.getOutputStream().write(1);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
		this.peer.getOutputStream().write(2);
		assertThatNothingComes(this.client);
		this.proxy.heal();
		assertThatThrownBy(() -> this.client.getInputStream().read()).isInstanceOf(IOException.class)
			.isNotInstanceOf(SocketTimeoutException.class);
	}

	private static void assertThatNothingComes(Socket socket) throws IOException {
		int patience = socket.getSoTimeout();
		socket.setSoTimeout(200);
		assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
		socket.setSoTimeout(patience);
	}

	@Test
	void halfClosedConnectionStillCarriesTheOtherDirection() throws IOException {
		this.proxy.halfClose();
		assertThat(this.client.getInputStream().read()).isEqualTo(-1);
		this.client.getOutputStream().write(1);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
	}

	@Test
	void refusingProxyLetsNobodyThrough() throws IOException {
		this.proxy.refuse();
		try (Socket late = new Socket(InetAddress.getLoopbackAddress(), this.proxy.port())) {
			late.setSoTimeout(10_000);
			assertThatThrownBy(() -> assertThat(late.getInputStream().read()).isNotEqualTo(-1))
				.isInstanceOfAny(IOException.class, AssertionError.class);
		}
	}

}
