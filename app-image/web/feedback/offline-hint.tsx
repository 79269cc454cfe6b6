import { useOnline } from '../navigation/use-online';

export function OfflineHint() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          You are offline. What you have seen stays here; the rest comes when you are back.
        </p>
      )}
    </div>
  );
}
