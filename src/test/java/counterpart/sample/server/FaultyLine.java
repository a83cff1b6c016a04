package counterpart.sample.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP line between a client and a server of this machine that breaks on command: it knows bytes only, so it breaks
 * where no server of ours would. Faults hold for the direction that they name, for all connections together, until
 * {@link #heal()}.
 */
public final class FaultyLine implements AutoCloseable {
    private static final int BLOCK = 8192;

    /** What happens when the bytes that were allowed are used up. */
    public enum End {
        /** Both ends are closed in good order. */
        CLOSE,
        /** Both ends are reset. */
        RESET,
        /** The receiver is told that nothing more will come; the other direction stays open. */
        HALF_CLOSE,
        /** Nothing moves any more, and nobody is told. */
        STALL
    }

    /** One direction of the line, over all connections. */
    private static final class Direction {
        private long carried;
        private long allowed = Long.MAX_VALUE;
        private long millisPerBlock;
        private int blockLength = BLOCK;
        private End end = End.CLOSE;
    }

    private final ServerSocket door;
    private final int target;
    private final Direction toServer = new Direction();
    private final Direction toClient = new Direction();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /** @param target the server's port on the loopback address */
    public FaultyLine(int target) {
        this(target, 0);
    }

    /** @param port where the client connects; 0 lets the system choose */
    public FaultyLine(int target, int port) {
        this.target = target;
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("faulty-line-door", this::letIn);
    }

    /** Where the client connects. */
    public int port() {
        return door.getLocalPort();
    }

    /** Bytes that went from the server to clients so far. */
    public synchronized long carriedToClient() {
        return toClient.carried;
    }

    /** Bytes that went from clients to the server so far. */
    public synchronized long carriedToServer() {
        return toServer.carried;
    }

    /** Lets so many more bytes go from the server to clients. */
    public synchronized void endToClientAfter(long bytes, End end) {
        toClient.allowed = bytes;
        toClient.end = end;
        notifyAll();
    }

    /** Lets so many more bytes go from clients to the server. */
    public synchronized void endToServerAfter(long bytes, End end) {
        toServer.allowed = bytes;
        toServer.end = end;
        notifyAll();
    }

    /** From now on nothing moves in either direction. */
    public synchronized void stall() {
        endToClientAfter(0, End.STALL);
        endToServerAfter(0, End.STALL);
    }

    /** Lets so many bytes a second go from the server to clients, a tenth of them at a time. */
    public synchronized void dribble(int bytesPerSecond) {
        toClient.blockLength = Math.max(1, bytesPerSecond / 10);
        toClient.millisPerBlock = 100;
    }

    /** Ends all faults; connections that were broken stay so, and those that stall go on. */
    public synchronized void heal() {
        for (Direction direction : new Direction[] {toServer, toClient}) {
            direction.allowed = Long.MAX_VALUE;
            direction.blockLength = BLOCK;
            direction.millisPerBlock = 0;
        }
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        hangUp(door);
        open.forEach(FaultyLine::hangUp);
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                start("faulty-line-up", () -> carry(client, server, toServer));
                start("faulty-line-down", () -> carry(server, client, toClient));
            } catch (IOException e) {
                continue; // closed, or the server is gone: the client sees that
            }
        }
    }

    private void carry(Socket from, Socket to, Direction direction) {
        byte[] block = new byte[BLOCK];
        try {
            InputStream in = from.getInputStream();
            for (int n = in.read(block, 0, blockOf(direction)); n >= 0; n = in.read(block, 0, blockOf(direction))) {
                int allowed = allow(direction, n);
                to.getOutputStream().write(block, 0, allowed);
                if (allowed < n && !goOn(from, to, direction)) {
                    return;
                }
                if (allowed < n) { // it stalled, and was healed
                    to.getOutputStream().write(block, allowed, n - allowed);
                }
            }
            to.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            hangUp(from);
            hangUp(to);
        }
    }

    private synchronized int blockOf(Direction direction) {
        return direction.blockLength;
    }

    private synchronized int allow(Direction direction, int wanted) throws InterruptedException {
        if (direction.millisPerBlock > 0 && !closed) {
            wait(direction.millisPerBlock);
        }
        int allowed = (int) Math.min(direction.allowed, wanted);
        direction.allowed -= direction.allowed == Long.MAX_VALUE ? 0 : allowed;
        direction.carried += allowed;
        return allowed;
    }

    /** Does what was asked for at the end; answers whether the connection goes on after all. */
    private boolean goOn(Socket from, Socket to, Direction direction) throws IOException, InterruptedException {
        End end;
        synchronized (this) {
            while (direction.end == End.STALL && direction.allowed == 0 && !closed) {
                wait();
            }
            end = direction.end;
        }
        switch (end) {
            case STALL -> {
                return true;
            }
            case HALF_CLOSE -> to.shutdownOutput();
            case RESET -> {
                from.setSoLinger(true, 0);
                to.setSoLinger(true, 0);
                hangUp(from);
                hangUp(to);
            }
            case CLOSE -> {
                hangUp(from);
                hangUp(to);
            }
        }
        return false;
    }

    private static void hangUp(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket could not be closed", e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
