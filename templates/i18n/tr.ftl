# Arayüzün Türkçe sözcükleri. Sayıdan sonra gelen ad çoğul eki almaz.

skip_to_content = İçeriğe geç
main_navigation = Ana menü
menu = Menü
theme = Renkler
theme_system = cihazdaki gibi
theme_light = açık
theme_dark = koyu
language_switch = Dil
words_licence = Metinlerin lisansı:
repository = Kaynak kodu
feed = Haber akışı

on_this_page = Bu sayfada
notes_title = Kaynaklar ve notlar
note_back = Metne dön
note_back_to = Metindeki { $number } numaralı yere dön
accessed = Erişim:
published = Yayımlanma:
updated = Güncelleme:
edit_page = Bu sayfayı düzenle
previous = Önceki
next = Sonraki
neighbours = Önceki ve sonraki sayfa
pages = Sayfalar
all_pages = Bütün sayfalar
breadcrumbs = Buradasınız
related_title = İlgili sayfalar
backlinks_title = Buraya bağlantı veren sayfalar
terms_used_title = Burada geçen terimler
children_title = Bu bölümde
draft = Bu sayfa bir taslaktır. Onu yalnızca siteyi düzenleyenler görür.
stand_in = Bu sayfanın Türkçesi henüz yok. Sayfayı başka bir dilde okuyorsunuz ({ $language }).
section_missing = Bu bölümün Türkçesi henüz yok.
section_behind = Bu bölümün başka bir dildeki metni ({ $language }) daha yeni.
head_behind = Bu sayfanın girişinin başka bir dildeki metni ({ $language }) daha yeni.
read_parallel = Dilleri yan yana oku

dimension = Ölçüt
dimensions_title = Ölçüt ölçüt
dimensions_count = { $number } ölçüt
stances_title = Kim nerede duruyor
kind_similarity = İddia: benzerlik
kind_difference = İddia: fark
kind_synthesis = Sentez
finding_alike = Bulgu: benzerlik
finding_different = Bulgu: fark
finding_depends = Bulgu: duruma göre
finding_unknown = Bulgu: bilinmiyor
axis = Ölçek
scale_title = Ölçek
scale_note = Her satır, iki ucu arasında bir ölçüttür; işaretleri yazarlar koymuştur: ölçüm değil, değerlendirmedir. Çubuk, örneklerin birbirinden uzak olduğunu ya da kanıtların yeri açık bıraktığını gösterir; üzerindeki işaret yalnızca ortasıdır. İşaretlerin yakınlığı tek başına ne fark ne de benzerlik gösterir; ne bulunduğunu ölçütün sayfası söyler.
matrix_title = Karşılaştırma tablosu
matrix_summary = Bütün ölçütler ve her birinde kimin nerede durduğu.
balance_title = Terazi
balance_summary =
    { $subjects ->
        [2] İkisi birbirine ne kadar benziyor? Her ölçüte, size göre hak ettiği ağırlığı verin.
       *[other] Birbirlerine ne kadar benziyorlar? Her ölçüte, size göre hak ettiği ağırlığı verin.
    }
balance_reading =
    { $subjects ->
        [2] Aralık, bu ağırlıklarla, çubukların izin verdiği en yakından en uzağa uzanır: iki işaret her ölçekte üst üste gelseydi 0, karşıt uçlarında dursaydı 100 olurdu. Aralıktaki işaret her çubuğun ortasını alır.
       *[other] Aralık, bu ağırlıklarla, çubukların izin verdiği en yakından en uzağa uzanır: ikisinin işaretleri her ölçekte üst üste gelseydi 0, karşıt uçlarında dursaydı 100 olurdu. Aralıktaki işaret her çubuğun ortasını alır.
    }
balance_open = Ölçütleri kendiniz tartın
balance_alike = Yakın
balance_different = Uzak
balance_range = Ortalama uzaklık { $all } üzerinden { $middle } (çubuklar { $low } ile { $high } arasına izin verir)
balance_nothing = Tartılan bir şey yok
balance_extremes = Her ölçüte { $least } ile { $most } arasında nasıl bir ağırlık verirseniz verin, yerler çubuklarının neresinde olursa olsun, ortalama uzaklık { $all } üzerinden { $low } ile { $high } arasında kalır.
balance_extremes_known = Hiçbir şeyin karara bağlamadığı ölçütler buna katılmamıştır.
balance_spread = Yalnızca ağırlıklar, { $least } ile { $most } arasında, işareti { $lightest } ile { $heaviest } arasında oynatır. Çubuklar ise onu, eşit ağırlıklarla, { $low } ile { $high } arasında herhangi bir yerde bırakır.
balance_bars_more = Burada çubukların açık bıraktığı, ağırlıklardan daha çok etkiler.
balance_weights_more = Burada ağırlıklar, çubukların açık bıraktığından daha çok etkiler.
balance_unknown = Bulunanların hiçbiri { $titles } konusunu karara bağlamıyor. Sayılsaydı, bilinmeyen benzerlik gibi görünürdü, bu yüzden siz verene kadar ağırlığı yoktur.
balance_strongest = İşaret { $now } üzerinde. Onu en çok oynatan: { $moves }.
balance_move = “{ $title }” (onsuz { $without }, en yüksek ağırlığıyla { $most })
balance_weights = Sizin ağırlıklarınız
balance_weights_note = 0 bir ölçütü hesap dışı bırakır, 5 en çok ağırlığı verir. Bu sayfanın adresi seçiminizi saklar; paylaşabilirsiniz.
balance_noscript = Tartmak için tarayıcınızda kapalı olan JavaScript gerekir. Başkalarının ne seçeceği aşağıda.
balance_distance = Uzaklık { $distance }
balance_distance_range = { $middle }, { $low } ile { $high } arasında
balance_weightings = Başkaları nasıl tartıyor
balance_equal = Hepsi eşit
balance_equal_reason = Karara bağlanan her ölçütün ağırlığı aynıdır. Ötekileri bir araya getirenler, aynı şeyi iki kez saymamak için dışarıda bırakılır.
balance_use = Bu ağırlıklarla başlayın
balance_weights_given = Ağırlıklar
balance_shared = Aynı kaynaklara dayanan ölçütler
balance_shared_note = İki ölçütün ortak yanı, ikisinin de ağırlığı varsa iki kez sayılır. Aşağıda, en az üç ortak kaynağı olan ve bunların, kaynağı az olanın kaynaklarının beşte birini bulduğu çiftler var:
balance_method = Terazi ne söyler
balance_method_text = Her ölçütte konuların nerede durduğu değil, ölçekte birbirinden ne kadar uzak durduğu alınır: farklı ölçeklerdeki yerler farklı şeyler demektir. Terazi, bu uzaklıkların sizin ağırlıklarınıza göre ortalamasıdır. Bir yer aralıksa uzaklık da aralıktır.
balance_limits = Yerler birer yargıdır; terazi onlarla hesap yapar, onları daha kesin kılmaz. Başka bir okur her işareti biraz başka yere koyabilirdi; bu, aralığın içinde değildir ve onu genişletirdi.

evidence_title = Yargıların dayandığı kanıtlar
evidence_summary = Her yargının ne kadar kesin olduğu ve nedeni, nasıl değiştiği ve onu değiştirecek bulgulardan hangilerinin yaklaştığı.
evidence_high = Güçlü kanıt
evidence_moderate = Orta kanıt
evidence_low = Zayıf kanıt
evidence_to = Kanıtların son tarihi: { $date }
evidence_sources = En çok dayandıkları:
under_review = Gözden geçiriliyor: bu yargının dayandığı rakamlara { $date } tarihine kadar yeniden bakılacaktı.
history_title = Yargı nasıl değişti
history_moved = { $name }: önce { $from }, şimdi { $to }
history_feed = Bu değişikliklerin akışı
tests_title = Fikrimizi ne değiştirir
tests_moved = Yer değiştiren bulgular: { $moved } / { $all }
test_claim = Bulgu
test_threshold = Ne zaman sayılır
test_value = Şimdi
test_movement = Hareket
test_unmeasured = Henüz rakam yok
movement_none = Değişmedi
movement_closer = Daha yakın
movement_farther = Daha uzak
movement_met = Gerçekleşti

term = Terim
terms_count = { $number } terim
aliases_title = Diğer adları
used_in_title = Geçtiği yerler

sources_title = Kaynaklar
sources_summary = Yazılarda anılan bütün kaynaklar ve anıldıkları yerler.
sources_count = { $number } kaynak
source_analysis = İnceleme
source_data = Veri
source_news = Haber
source_official = Resmî kaynak
source_paper = Bilimsel makale
grade_primary = Birincil
grade_account = Aktarım
grade_copy = Kopya
source_evidence_to = Kanıtların son tarihi:
source_review_by = Yeniden bakılacak tarih:
source_archived = Arşiv kopyası
cited_in = Anıldığı yerler:
list_separator = ,

search_button = Ara
search_title = Arama
search_summary = Sayfalarda ve bölümlerinde arayın. Aşağıda sitedeki her şeyin dizini var.
search_placeholder = Bir sözcük ya da soru
search_close = Aramayı kapat
search_results = Sonuçlar
search_count = { $number } sayfa
search_none = Bu sözcüklerle bir şey bulunamadı. Tek bir sözcük deneyin ya da buradan başlayın:
search_meant = Bunu mu demek istediniz:
search_recent = Son aramalarınız
search_forget = Bu listeyi sil
search_terms = Başlamak için terimler
search_other = Başka bir dilin sözcükleriyle bulundu:
search_guessed = Hiçbir sayfada bu sözcükler yazıldığı gibi geçmiyor. En yakınları:
search_browse = Bütün sayfalar ve bölümleri
search_dimension = Ölçüt
search_term = Terim
search_pages = Diğer sayfalar
search_failed = Arama yüklenemedi. Bağlantınızı denetleyin ya da dizine göz atın:
search_noscript = Arama için JavaScript gerekir; tarayıcınızda kapalı. Aşağıdaki dizinde sitenin bütün sayfaları ve bölümleri var.

gate_enter = Türkçe oku
not_found_title = Sayfa bulunamadı
not_found_text = Bu adreste bir şey yok. Sayfa taşınmış olabilir.
not_found_home = Ana sayfaya git

alert_note = Not
alert_tip = İpucu
alert_important = Önemli
alert_warning = Uyarı
alert_caution = Dikkat
alert_summary = Özet
alert_example = Örnek
alert_question = Soru
alert_quote = Alıntı
alert_failure = Başarısızlık
alert_bug = Yazılım hatası
details = Ayrıntılar
task_done = Yapıldı
task_open = Yapılacak

reading_time = { $number } dakikalık okuma
copy = Kopyala
section_link = Bu bölümün bağlantısı
section_parallel =
    { $languages ->
        [2] Bu bölüm iki dilde
       *[other] Bu bölüm bütün dillerde
    }
parallel_show = Göster
parallel_all =
    { $languages ->
        [2] İki dil birden
       *[other] Bütün diller
    }
markdown = Markdown
llms_full = Hepsi tek dosyada
llms_more = Bu dosyada olmayan: { $pages }. Bütün sayfaların listesi burada:
book = E-kitap (EPUB)
book_parallel = Bütün dillerin yan yana olduğu e-kitap (EPUB)
book_contents = İçindekiler
book_cover = Kapak
book_about = Bu kitap hakkında
book_made = Şu sitenin sayfalarından derlenmiştir:
cite_page = Bu sayfaya atıf yap
letters = Harfler

filter_all = Tümü
filter_kind = Tür
filter_finding = Bulgu
filter_evidence = Kanıt
filter_grade = Derece
filter_language = Dil
sort = Sıralama
sort_order = Sitedeki sıra
sort_gap = Önce en uzak olanlar
sort_by = { $name } konumuna göre
part_of = { $shown } / { $all }
csv = CSV olarak tablo

chart_bar = Çubuk grafik
chart_line = Çizgi grafik
chart_dot = Nokta grafik
chart_share = Bütünün payları
chart_log = logaritmik ölçek
chart_description = { $kind }. En düşük: { $low }, { $least }. En yüksek: { $high }, { $most }.
chart_sources =
    { $form ->
        [one] Kaynak:
       *[other] Kaynaklar:
    }
chart_data = Tablo olarak veriler
chart_csv = CSV olarak veriler
chart_page = Grafiğin sayfası
chart_from = Kaynak sayfa:
chart_use = Bu grafiği kullanın
chart_download = İndir:
chart_embed = Sayfaya yerleştirme
chart_embed_picture = Resim olarak yerleştirme
chart_cite = Bu grafiğe atıf
charts_title = Grafikler
charts_summary = Bu sitenin bütün grafikleri: bağlantı vermek, yerleştirmek, indirmek ve atıf yapmak için.

status_title = Çevirilerin durumu
status_summary = Hangi dilde neyin tamam, eksik ya da geride olduğu.
status_share = Tamam: { $number }/{ $all }
status_complete = Tamam
status_incomplete = Eksik bölümü var
status_behind = Geride
status_copy = Çevrilmemiş
status_missing = Yok
status_nothing = Bütün sayfalar bütün dillerde tamam.
status_draft = Taslak
status_words = { $number } sözcük
status_lacks = Eksik:
status_changes = Ne değişti
status_head = Sayfanın girişi
