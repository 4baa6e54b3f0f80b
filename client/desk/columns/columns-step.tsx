export function ColumnsStep() {
  return null;
}
