# `muwazana new` ve `muwazana init` komutlarının sayfalara Türkçe yazdıkları.

draft_summary = Bir iki cümle: okur burada ne öğrenir?
draft_article = Buraya yazın.
draft_start = Bir uç
draft_end = Öbür uç
draft_stance = { $subject }: …

claim_title = İddia
for_title = Lehte olanlar
against_title = Aleyhte olanlar
stands_title = Her taraf nerede duruyor ve ne kadar eminiz
change_title = Fikrimizi ne değiştirir

subject_coffee = Kahve
subject_tea = Çay
docs_title = El kitabı

home_summary = { $names }: madde madde karşılaştırma.
home_text = Her madde ayrı bir yazıdır: ne iddia ediliyor, lehte ve aleyhte ne var, her taraf nerede duruyor. Aşağıdaki ölçek bütün maddeleri bir bakışta gösterir.
home_more = Kurallar şu sayfadadır: [[about|Bu site nasıl tartar]].
home_first = Buradan başlayın: [[comparable]].
points_title = Karşılaştırma maddeleri
points_summary = Bütün maddeler, en iyi okunacakları sırayla.
points_text = Maddeler tek tek okunabilir. [Tablo](/matrix/) hepsini yan yana getirir.
point_title = Ne karşılaştırılabilir
point_summary = Bir madde nasıl kurulur: bir iddia, lehte ve aleyhte olanlar, her tarafın yeri ve fikrimizi değiştirecek olanlar.
point_stance = { $subject }: bir cümle onun bu maddede nerede durduğunu söyler.
point_start = Hiç
point_end = Tümüyle
point_claim = Bir madde, yanlış olabilecek bir iddiayla başlar. Neyin neye göre karşılaştırıldığını söyler; böylece iki taraf aynı [[scale|ölçek]] üzerinde ölçülür.
point_for = Burada iddianın lehinde olanlar yer alır. Denetlemek isteyen, kaynağı hemen yanında bulur; bu sayfanın yazıldığı Markdown’un kuralları gibi.[^commonmark]
point_against = Burada aleyhte olanlar yer alır, savunanlarının kendi ağzından. İtiraz tanımayan bir karşılaştırma daha başlamamıştır.
point_stands = Her konunun yukarıdaki iki uç arasında bir yeri vardır. Bu yer bir yargıdır, ölçüm değildir; bu bölüm neye dayandığını ve ne kadar kesin olduğunu söyler.
point_change = En sonda iddiayı çürütecek olanlar gelir: bir sayı, bir olay, daha iyi bir kaynak. Bunlardan birini getiren, bu sayfayı değiştirir.
terms_title = Terimler
terms_summary = Burada kendine özgü anlamı olan sözcükler.
terms_text = Bir sayfa bu sözcüklerden birini kullandığında anlamı bir dokunuş uzaktadır.
term_title = Ölçek
term_summary = İki uç arasında, her konunun bir yeri olan çizgi.
term_text = Her maddenin kendi ölçeği vardır. İki ölçekteki yerler birbiriyle karşılaştırılamaz.
about_title = Bu site hakkında
about_summary = Burada kim, hangi kurallarla tartar ve nasıl itiraz edilir.
about_rules_title = Kurallar
about_rules = Her madde aynı soruları aynı sırayla sorar. Olgu ile yargı ayrı tutulur ve her olgu kaynağını söyler.
about_correct_title = Düzeltmeler
about_correct = Her sayfa düzeltilebilir. Markdown ile yazılmış bir metin dosyasıdır; daha iyi bilen onu yeniden yazar ya da bize söyler.

docs_home_summary = { $title }: her şey tek yerde.
docs_home_text = Yeni başlayanlar için: [[start]]. Yolu bilenler için: [[guide]].
start_title = İlk adımlar
start_summary = Hiçten, görülebilen ilk sayfaya.
start_see_title = Siteyi görün
start_see = Bir komut siteyi kurar ve bu bilgisayarda gösterir. Her değişikliği izler.
start_write_title = Bir sayfayı değiştirin
start_write = Her sayfa `content` içinde bir klasördür ve her dil için bir metin dosyası vardır. Birini değiştirin; sayfa tarayıcıda onunla birlikte değişir.
start_check_title = Denetleyin
start_check = Yayımlamadan önce bir komut, yanlış olan her şeyi yeriyle ve çaresiyle söyler.
guide_title = Kılavuz
guide_page_summary = Her gün yapılanlar, bölüm bölüm.
guide_page_text = Her bölüm tek başına okunabilir.
pages_title = Sayfalar ve klasörler
pages_summary = Bir klasör nasıl sayfa olur, bir sayfa nasıl sitenin parçası olur.
pages_new_title = Yeni bir sayfa
pages_new = Yeni bir sayfa taslak olarak başlar: bu bilgisayarda görülür ve `draft = true` satırı silinince yayımlanır.
pages_order_title = Sıra
pages_order = `page.toml` içindeki `order` sayısı, bir sayfanın komşuları arasında nerede durduğunu söyler.
links_title = Bağlantılar ve notlar
links_summary = Sayfalar birbirine nasıl götürür, bir söz kaynağını nasıl söyler.
links_pages_title = Başka bir sayfaya
links_pages = Çift köşeli ayraç içine yazılan klasör adı bir bağlantı olur; şu sayfaya giden bağlantı gibi: [[pages]]. Sayfa yoksa denetim bunu söyler.
links_cite_title = Bir kaynağa
links_cite = Bir kaynak bir kez yazılır ve kullanıldığı her yerde anahtarıyla anılır; Markdown’un kuralları gibi.[^commonmark]
docs_about_summary = Burada kim yazar ve nasıl yardım edilir.
