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
		this.client.setSoTimeout(2_000);
		this.peer.setSoTimeout(200);
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
		assertThatThrownBy(() -> this.peer.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
		this.proxy.heal();
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
	}

	@Test
	void delayedBytesArriveLater() throws IOException {
		this.proxy.delay(Duration.ofMillis(500));
		this.client.getOutputStream().write(1);
		assertThatThrownBy(() -> this.peer.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
		this.peer.setSoTimeout(2_000);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
	}

	@Test
	void oneDirectionIsDroppedAndTheConnectionCannotBeHealed() throws IOException {
		this.proxy.drop(Direction.TO_CLIENT);
		this.client.getOutputStream().write(1);
		assertThat(this.peer.getInputStream().read()).isEqualTo(1);
		this.peer.getOutputStream().write(2);
		this.client.setSoTimeout(200);
		assertThatThrownBy(() -> this.client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
		this.proxy.heal();
		assertThatThrownBy(() -> this.client.getInputStream().read()).isInstanceOf(IOException.class)
			.isNotInstanceOf(SocketTimeoutException.class);
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
			late.setSoTimeout(2_000);
			assertThatThrownBy(() -> assertThat(late.getInputStream().read()).isNotEqualTo(-1))
				.isInstanceOfAny(IOException.class, AssertionError.class);
		}
	}

}
